import type { Context } from "./Context.ts";
import { text } from "./readLoosely.ts";

/** Names of scripts that are no site's. */
const RESERVED_KEYS = ["mgt-debug"];

export function key({ path, site, error }: Context): void {
  const name = text(site.key);
  if (name && RESERVED_KEYS.includes(name))
    error(`${path}.key`, "reserved", `"${name}" is the script of the debug overlay`, name, "another key");
}
