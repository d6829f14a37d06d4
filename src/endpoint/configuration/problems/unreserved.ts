import type { Say } from "./Context.ts";
import { text } from "./readLoosely.ts";

/** Names become keys of plain objects: those that every object has already are refused. */
export function unreserved(path: string, value: unknown, error: Say): void {
  const name = text(value);
  if (name !== undefined && name in {})
    error(path, "reserved", `"${name}" is reserved`, name, "another name");
}
