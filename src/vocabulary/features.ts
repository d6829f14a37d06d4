import { paramRules } from "./keptParams.ts";
import { collectedTypes, MODES, mayStore, needsConsent } from "./modes.ts";
import type { PageSite } from "./site.ts";
import { trackedNumbers } from "./swapsOf.ts";
import { leavesIn } from "./when/leavesIn.ts";

/** What a site's mode and options ask of its script. */
export interface ModeFeatures {
  /** Numbers depend on conditions. */
  conditions: boolean;
  /** Cookie and session may be written. */
  storage: boolean;
  /** A "yes" is waited for before anything is stored. */
  consent: boolean;
  /** The endpoint is called with events. */
  events: boolean;
  pagesEvents: boolean;
  pageEvents: boolean;
  callClicks: boolean;
  /** Level 1: numbers asked of the endpoint. */
  probabilistic: boolean;
  /** Also while nothing may be stored the landing of the tab decides the number. */
  tab: boolean;
  /** `data-mgt-swap`, shadow roots and frames, values of fields: unless switched off. */
  marks: boolean;
  trees: boolean;
  fields: boolean;
  /** `mgt('debug')` loads the overlay: unless switched off. */
  debug: boolean;
}

/** What the managers that it hears ask of a script. */
export interface HearingFeatures {
  /** Several managers are heard and weighed. */
  auto: boolean;
  /** A manager that is heard may answer with a promise. */
  lateAnswers: boolean;
}

/**
 * What a site's script needs to contain. The script reads these as the compile-time constants
 * `HAS.…`; the code behind a `false` is not in the file that the site is served. In the static file,
 * which serves any site, the mode's features are worked out when it starts.
 */
export interface Features extends ModeFeatures, HearingFeatures {
  /**
   * The channel of an entry is told on the page: a condition names one, or the endpoint could not work it out since
   * the tags are not kept.
   */
  channels: boolean;
  /** Where this tab landed on the site is looked for. */
  tabLanding: boolean;
  /** Ids that come later than the entry are looked for. */
  lateIds: boolean;
  serverCookie: boolean;
  customIds: boolean;
  /** `entry: "last"` or a condition with `touch: "last"`. */
  lastTouch: boolean;
  gpc: boolean;
  /** A tracked number of another country, length or national form than the owner's. */
  foreignNumbers: boolean;
  /** Plans may be missing and are then guessed. */
  guessPlans: boolean;
  /** `swapAt` other than `"parse"`. */
  waitToSwap: boolean;
  language: boolean;
  device: boolean;
  /** Digits of other scripts are read, where the site's country, or one of its numbers', has them. */
  otherDigits: boolean;
  /** `attributes`, `images`, `valueTrack` and `cookieDomain` are not empty. */
  attributes: boolean;
  images: boolean;
  valueTrack: boolean;
  cookieDomain: boolean;
}

/**
 * Where digits of another script than 0–9 are written (Arabic, eastern Arabic, full-width): ISO 3166-1, and the
 * calling code.
 */
const WRITES_OTHER_DIGITS: Readonly<Record<string, string>> = {
  ...{ AE: "971", AF: "93", BH: "973", CN: "86", DJ: "253", DZ: "213", EG: "20", EH: "212", HK: "852" },
  ...{ IQ: "964", IR: "98", JO: "962", JP: "81", KM: "269", KR: "82", KW: "965", LB: "961", LY: "218" },
  ...{ MA: "212", MO: "853", MR: "222", OM: "968", PK: "92", PS: "970", QA: "974", SA: "966", SD: "249" },
  ...{ SO: "252", SY: "963", TD: "235", TN: "216", TW: "886", YE: "967" },
};
const CODES = new Set(Object.values(WRITES_OTHER_DIGITS));

const hasOtherDigits = ({ region, plans }: PageSite): boolean =>
  region in WRITES_OTHER_DIGITS || Object.values(plans).some(({ code }) => CODES.has(code));

/** Of which the endpoint reads the channel. */
const TAGS = ["utm_medium", "utm_source"];

/** @returns what the mode and the options of one site ask of its script */
export function modeFeatures(site: PageSite): ModeFeatures {
  const { conditions, probabilistic: isOffered } = MODES[site.mode];
  const collected = collectedTypes(site);
  return {
    conditions,
    storage: mayStore(site),
    consent: needsConsent(site),
    events: collected.length > 0,
    pagesEvents: collected.includes("pages"),
    pageEvents: collected.includes("page"),
    callClicks: collected.includes("call_click"),
    probabilistic: isOffered && site.probabilistic !== "off",
    tab: site.carry !== false,
    marks: site.marks,
    trees: site.trees,
    fields: site.fields,
    debug: site.debug,
  };
}

/** Works out what one site's script has to contain. */
export function featuresOf(site: PageSite, hearing: HearingFeatures): Features {
  const mode = modeFeatures(site);
  const conditions = mode.conditions ? site.conditions : [];
  const leaves = conditions.flatMap(({ when }) => leavesIn(when));
  /** A freephone number may be written without the trunk prefix that others of its country have. */
  const writtenDigits = (number: string) => site.plans[number]?.national.replace(/\D/g, "").length;
  const foreignNumbers = trackedNumbers(site, conditions).some(({ number, tracked }) => {
    const code = site.plans[number]?.code ?? "";
    const isAlike = tracked.length === number.length && tracked.startsWith(`+${code}`);
    return !(isAlike && writtenDigits(tracked) === writtenDigits(number));
  });
  return {
    ...mode,
    ...hearing,
    channels:
      leaves.some((leaf) => "channel" in leaf) || (mode.events && !TAGS.every(paramRules(site.params).keeps)),
    tabLanding: mode.tab || mode.storage,
    lateIds: mode.events,
    serverCookie: site.cookie === "server",
    customIds: site.trackingIds.add.length > 0,
    lastTouch: site.entry === "last" || conditions.some((condition) => condition.touch === "last"),
    gpc: site.consent.gpc,
    foreignNumbers,
    guessPlans: false,
    waitToSwap: site.swapAt !== "parse",
    language: leaves.some((leaf) => "language" in leaf),
    device: leaves.some((leaf) => "device" in leaf),
    otherDigits: hasOtherDigits(site),
    attributes: site.attributes.length > 0,
    images: site.images.length > 0,
    valueTrack: Object.keys(site.valueTrack).length > 0,
    cookieDomain: site.cookieDomain !== "",
  };
}
