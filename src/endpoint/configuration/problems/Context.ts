import type { ModeName } from "../../../vocabulary/modes.ts";
import type { ProblemCode } from "../Problem.ts";
import type { Json } from "./readLoosely.ts";

export type Say = (
  path: string,
  code: ProblemCode,
  message: string,
  found: unknown,
  expected: string,
) => void;

/** What the rules of one subject are given. */
export interface Context {
  /** Of the site. */
  path: string;
  site: Json;
  /** `undefined` where the file names none that there is. */
  mode: ModeName | undefined;
  error: Say;
  warn: Say;
}
