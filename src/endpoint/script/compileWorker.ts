import { setPriority } from "node:os";
import type { Site } from "../../vocabulary/site.ts";
import { compileScript } from "./compileScript.ts";
import type { Script } from "./packScript.ts";

/** A third of the share that others get where all want the processor; more, and a busy machine compiles for ever. */
const NICENESS = 5;

// On Linux a priority is a thread's, and esbuild, which this one starts, inherits it: whoever answers visitors goes
// first. Elsewhere it would be the whole process's.
if (process.platform === "linux")
  try {
    setPriority(NICENESS);
  } catch {
    // A sandbox may forbid it: compiling then competes with the rest.
  }

/** What the pool calls in its thread. */
export default (site: Site): Promise<Script> => compileScript(site);
