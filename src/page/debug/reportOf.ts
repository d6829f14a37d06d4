import { needsConsent } from "../../vocabulary/modes.ts";
import type { PageSite } from "../../vocabulary/site.ts";
import type { Handed } from "../api/loadOverlay.ts";
import type { MgtDetails } from "../api/types.ts";
import { arrivalFacts } from "./facts/arrivalFacts.ts";
import { managerFacts } from "./facts/managerFacts.ts";
import { numberFacts } from "./facts/numberFacts.ts";
import { requestFacts } from "./facts/requestFacts.ts";
import { storedFacts } from "./facts/storedFacts.ts";
import type { Report } from "./Report.ts";

/** What is done on this page now, and why. Looks, and changes nothing. */
export async function reportOf(
  site: PageSite,
  handed: Handed,
  consent: MgtDetails["consent"] | undefined,
): Promise<Report> {
  const [, assignment, session, , adapters] = handed;
  const { level, condition = "", source = "", to_swap = [] } = assignment ?? {};
  const isVaried = site.mode !== "invisible";
  const found = isVaried ? arrivalFacts(site, session || {}) : undefined;
  const winner = found?.conditions.find(({ failed }) => failed === null)?.id ?? "";
  return {
    key: site.key,
    mode: site.mode,
    level,
    isOtherwise: level !== undefined && isVaried && level !== 1 && winner !== condition,
    condition,
    source,
    consent: {
      ...(consent ?? { status: "unknown", manager: "" }),
      isAsked: needsConsent(site),
      gpc: !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
    },
    managers: await managerFacts(adapters, site),
    arrival: found?.arrival,
    conditions: found?.conditions ?? [],
    numbers: numberFacts(site, to_swap),
    endpoint: site.endpoint || "",
    requests: requestFacts(site.endpoint),
    stored: storedFacts(),
  };
}
