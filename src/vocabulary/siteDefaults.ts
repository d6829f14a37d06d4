import { MODE_ALIASES, type ModeName } from "./modes.ts";
import type { Condition, PageSite, SiteInput, When } from "./site.ts";

/** Round trips through these hosts (payment, sign-in) bring the visitor back; they are not sources. */
export const REFERRER_IGNORE = [
  "paypal.com",
  "stripe.com",
  "paybox.com",
  "systempay.fr",
  "payplug.com",
  "adyen.com",
  "mollie.com",
  "klarna.com",
];

/** Names of the query parameters that conditions look at: kept in URLs, so that later pages can evaluate them. */
function namedParams(when: When): string[] {
  if ("all" in when) return when.all.flatMap(namedParams);
  if ("any" in when) return when.any.flatMap(namedParams);
  if ("not" in when) return namedParams(when.not);
  return "param" in when ? [when.param] : [];
}

/** Fills in what a site leaves out, as far as the script is concerned; the endpoint adds its own keys. */
export function siteDefaults(input: SiteInput): PageSite {
  return {
    entry: "first",
    visitorDays: 30,
    sessionMinutes: 30,
    region: "FR",
    numbers: [],
    conditions: [],
    probabilistic: "off",
    endpoint: "",
    cookie: "script",
    cookieDomain: "",
    callClicks: false,
    origins: [],
    referrerIgnore: REFERRER_IGNORE,
    attributes: [],
    images: [],
    swapAt: "auto",
    valueTrack: {},
    plans: {},
    ...input,
    params: [
      ...new Set([
        ...(input.params ?? ["utm_*"]),
        ...(input.conditions ?? []).flatMap(({ when }: Condition) => namedParams(when)),
      ]),
    ],
    trackingIds: { add: [], ...input.trackingIds },
    mode: MODE_ALIASES[input.mode] ?? (input.mode as ModeName),
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      category: "analytics",
      rotation: "exempt",
      gpc: true,
      notice: "",
      ...input.consent,
    },
  };
}
