import type { PageSite } from "../../../vocabulary/site.ts";
import type { Adapter } from "../Adapter.ts";
import { tarteaucitron } from "./tarteaucitron.ts";
import { tcf } from "./tcf.ts";

const ADAPTERS: readonly Adapter[] = [tarteaucitron, tcf];

/** The managers that a site hears: the configured one, or all but Google's, which must be asked for by name. */
export function adaptersFor({ consent: { manager } }: PageSite): Adapter[] {
  return HAS.consent || HAS.probabilistic
    ? ADAPTERS.filter(({ name, tier }) => (manager === "auto" ? tier < 3 : manager === name))
    : [];
}
