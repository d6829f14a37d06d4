import type { PageSite } from "../vocabulary/site.ts";
import type { Adapter } from "./Adapter.ts";
import { ADAPTERS } from "./adapters.ts";
import { isHeard } from "./isHeard.ts";

/** The managers that a site hears; none where no consent is waited for. */
export const adaptersFor = ({ consent }: PageSite): Adapter[] =>
  Object.values(ADAPTERS)
    .map((create) => create())
    .filter(
      (adapter) => (HAS.consent || HAS.probabilistic) && isHeard(adapter.name, adapter, consent.manager),
    );
