import { keptParams } from "./keptParams.ts";
import { MODE_ALIASES, type ModeAlias, type ModeName } from "./modes.ts";
import type { PageSite, SiteInput } from "./site.ts";

/** Round trips through these hosts (payment, sign-in) bring the visitor back; they are not sources. */
const REFERRER_IGNORE = [
  "paypal.com",
  "stripe.com",
  "paybox.com",
  "systempay.fr",
  "payplug.com",
  "adyen.com",
  "mollie.com",
  "klarna.com",
  // France: Monetico, PayZen and others of Lyra's, Sips under its own name and those of banks, Up2pay, Payline …
  "monetico-services.com",
  "payzen.eu",
  "lyra.com",
  "sogecommerce.societegenerale.eu",
  "scelliuspaiement.labanquepostale.fr",
  "sips-services.com",
  "sips-atos.com",
  "sogenactif.com",
  "mercanet.bnpparibas.net",
  "e-transactions.fr",
  "payline.com",
  "hipay.com",
  "hipay-tpp.com",
  "getalma.eu",
  "oney.io",
  "axepta.bnpparibas",
  "clicandpay.groupecdn.fr",
  "paygreen.fr",
  "scalapay.com",
  "sumup.com",
  "payfip.gouv.fr",
  // Worldline: Ogone, its successor, and its page for 3-D Secure.
  "ogone.com",
  "worldline-solutions.com",
  "wlp-acs.com",
];

/**
 * Fills in what the script cannot do without where nobody has compiled it for its site; to the rest it is
 * all the same whether a key is absent or has its default (`siteDefaults`).
 */
export function pageDefaults(input: SiteInput): PageSite {
  return {
    visitorDays: 30,
    numbers: [],
    conditions: [],
    probabilistic: "off",
    origins: [],
    referrerIgnore: REFERRER_IGNORE,
    attributes: [],
    images: [],
    swapAt: "auto",
    carry: "tab",
    marks: true,
    trees: true,
    fields: true,
    debug: true,
    valueTrack: {},
    plans: {},
    ...(input as Partial<PageSite>),
    params: keptParams(input),
    trackingIds: { add: [], ...input.trackingIds },
    mode: MODE_ALIASES[input.mode as ModeAlias] || (input.mode as ModeName),
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      category: "analytics",
      gpc: true,
      ...input.consent,
    },
  } as PageSite;
}
