import type { PageSite } from "./site.js";
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
export declare function modeFeatures(site: PageSite): ModeFeatures;
/** Works out what one site's script has to contain. */
export declare function featuresOf(site: PageSite, hearing: HearingFeatures): Features;
