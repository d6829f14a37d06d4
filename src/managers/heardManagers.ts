import { type HearingFeatures, modeFeatures } from "../vocabulary/features.ts";
import { MANAGER_NAMES } from "../vocabulary/managers.ts";
import type { PageSite } from "../vocabulary/site.ts";
import type { AdapterName } from "./Adapter.ts";
import { FACTS } from "./facts.ts";
import { isHeard } from "./isHeard.ts";

/** The managers whose adapters a site's script has: none where no consent is waited for. */
export function heardManagers(site: PageSite): readonly AdapterName[] {
  const { consent, probabilistic } = modeFeatures(site);
  const { manager } = site.consent;
  return MANAGER_NAMES.filter((name) => name !== "manual").filter(
    (name) => (consent || probabilistic) && isHeard(name, FACTS[name], manager),
  );
}

/** What hearing them asks of the script. */
export const hearingFeatures = (managers: readonly AdapterName[]): HearingFeatures => ({
  auto: managers.length > 1,
  lateAnswers: managers.some((name) => FACTS[name].answersLate),
});
