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
  /** `attributes`, `images`, `valueTrack` and `cookieDomain` are not empty. */
  attributes: boolean;
  images: boolean;
  valueTrack: boolean;
  cookieDomain: boolean;
}

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
    serverCookie: site.cookie === "server",
    customIds: site.trackingIds.add.length > 0,
    lastTouch: site.entry === "last" || conditions.some((condition) => condition.touch === "last"),
    gpc: site.consent.gpc,
    foreignNumbers,
    guessPlans: false,
    waitToSwap: site.swapAt !== "parse",
    language: leaves.some((leaf) => "language" in leaf),
    device: leaves.some((leaf) => "device" in leaf),
    attributes: site.attributes.length > 0,
    images: site.images.length > 0,
    valueTrack: Object.keys(site.valueTrack).length > 0,
    cookieDomain: site.cookieDomain !== "",
  };
}
