import { globSync } from "node:fs";
import { dirname } from "node:path";

/** Folders with types to check; each has its own globals. The one at the root only holds what they share. */
export function programs(root: string): string[] {
  return globSync("{build,src,demo,bench,test}/**/tsconfig.json", { cwd: root }).map(dirname).sort();
}
