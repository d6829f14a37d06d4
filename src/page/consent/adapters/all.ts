import type { PageSite } from "../../../vocabulary/site.ts";
import type { Adapter } from "../Adapter.ts";
import { tarteaucitron } from "./tarteaucitron.ts";
import { tcf } from "./tcf.ts";

/** The managers that a site hears: the configured one, or all that this version knows; `manual` needs none. */
export function adaptersFor({ consent: { manager } }: PageSite): Adapter[] {
  return [tarteaucitron, tcf].filter(({ name }) => manager === "auto" || manager === name);
}
