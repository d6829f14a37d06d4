import type { SiteInput } from "../../src/vocabulary/site.ts";

/** The owner's number, and what replaces it. */
export const OWN = "+33123456789";
export const TRACKED = "+33184880000";
export const ADS = "+33184880001";
export const SEO = "+33184880002";
export const HESITANT = "+33184880003";
export const NEWSLETTER = "+33184880004";

/** The site of most tests, with whatever a test changes. */
export function garage(changes: Partial<SiteInput> = {}): SiteInput {
  return {
    key: "garage",
    mode: "parcours",
    origins: ["https://www.garage-martin.example"],
    numbers: [{ id: "main", number: OWN, tracked: TRACKED }],
    conditions: [
      {
        id: "google-ads",
        source: "Google Ads",
        when: { any: [{ param: "gclid" }, { param: "gbraid" }, { param: "wbraid" }] },
        numbers: { main: ADS },
      },
      { id: "seo", source: "Google", when: { channel: "organic_search" }, numbers: { main: SEO } },
      { id: "news", source: "Newsletter", when: { channel: "email" }, numbers: { main: NEWSLETTER } },
      {
        id: "hesitant",
        source: "Lecteurs assidus",
        when: { pages: { min: 3 } },
        numbers: { main: HESITANT },
      },
    ],
    ...changes,
    consent: { manager: "manual", ...changes.consent },
  };
}

/** As the test pages write a French number: `01 23 45 67 89`. */
export const national = (number: string): string =>
  number.replace("+33", "0").replace(/\B(?=(\d\d)+$)/g, " ");
