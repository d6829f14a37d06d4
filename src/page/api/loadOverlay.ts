import type { Adapter } from "../../managers/Adapter.ts";
import type { PageSite } from "../../vocabulary/site.ts";
import type { Session } from "../ground/Session.ts";
import type { on } from "./emit.ts";
import type { Assignment } from "./types.ts";

/**
 * What the overlay may look at of the running script: the site (of a served script what it reads of it), what is
 * shown, the session as the last page view left it (in `invisible` its numbers alone), how to hear of what is true, and the managers that are heard.
 */
export type Handed = readonly [
  site: Partial<PageSite>,
  assignment: Assignment | undefined,
  session: (Partial<Omit<Session, "channel">> & { channel?: string }) | undefined,
  listen: typeof on,
  adapters: readonly Omit<Adapter, "tier">[],
];

/** Opens the overlay, or closes it. */
export type Overlay = { open(handed: () => Handed): void };

/**
 * Where the script came from: in a classic one of another origin `import()` does not know; in a module it does.
 * https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script
 */
const { src } =
  // Nobody has filled it in where the sources themselves are imported.
  (
    typeof IS_MODULE === "undefined" || IS_MODULE ? { src: "" } : document.currentScript || { src: SCRIPT }
  ) as HTMLScriptElement;

/**
 * Loads the overlay, a file beside the script's own. By `import()`: no rule of trusted types asks for its address, as
 * one does of an element. https://w3c.github.io/trusted-types/dist/spec/
 */
export const loadOverlay = (use: (overlay: Overlay) => void): Promise<void> =>
  // As bundlers find it where it is imported.
  // WordPress adds "?ver=…" to what it enqueues.
  ((IS_MODULE ? import(OVERLAY) : import(src.replace(/js([?#].*)?$/, "debug.js"))) as Promise<Overlay>)
    .then(use)
    // It names the file.
    .catch((error) => console.warn("mgt: allow in script-src:", error));
