/** A site as its owner writes it. */
export interface SiteInput extends Loose<Omit<Site, "mode" | "consent">> {
    key: string;
    mode: ModeName | ModeAlias;
    consent?: Loose<ConsentSettings>;
}
type Loose<T> = {
    [K in keyof T]?: T[K];
};
/** A site as the endpoint holds it: complete, every default filled in. */
interface Site extends Omit<PageSite, "plans"> {
    name: string;
    retentionDays: number;
    timeZone: string;
    /** The owner's estimate; 0: unknown. */
    visitorsPerDay: number;
}
/** What the script needs of a site: inlined in `/{key}.js`, or given by the page. */
interface PageSite {
    key: string;
    mode: ModeName;
    entry: "first" | "last";
    visitorDays: number;
    sessionMinutes: number;
    region: string;
    numbers: SiteNumber[];
    conditions: Condition[];
    trackingIds: {
        add: CustomTrackingId[];
    };
    consent: ConsentSettings;
    probabilistic: "off" | "refused" | "always";
    /** Where events go; `""`: nowhere, the script only swaps. */
    endpoint: string;
    cookie: "script" | "server";
    cookieDomain: string;
    callClicks: boolean;
    /** Query parameters kept in URLs: names, or globs such as `utm_*`. */
    params: string[];
    /** Hosts that are the site's own, besides the page's. */
    origins: string[];
    /** Hosts whose round trip is not an entry. */
    referrerIgnore: string[];
    /** Attributes in which numbers are swapped, besides the default ones. */
    attributes: string[];
    images: SiteImage[];
    swapAt: "auto" | "parse" | "load";
    /** What of a visit its tab (`"tab"`), its links too (`true`), may tell of its source while nothing may be stored. */
    carry: boolean | "tab";
    /** `data-mgt-swap` is heard. */
    marks: boolean;
    /** Shadow roots and frames are looked into. */
    trees: boolean;
    /** The `value` of fields is swapped. */
    fields: boolean;
    /** `mgt('debug')` loads the overlay. */
    debug: boolean;
    /** ValueTrack name → the owner's parameter name. */
    valueTrack: Record<string, string>;
    /** Plans of the numbers above by E.164; a missing one is guessed (see `numberPlan`). */
    plans: Record<string, NumberPlan>;
}
/**
 * What each mode may do: the one table that drives both the script and the endpoint.
 * Nothing else, on either side, decides what a mode stores, collects or asks for.
 */
type ModeName = "invisible" | "rotation" | "origine" | "trafic" | "parcours";
interface SiteNumber {
    id: string;
    /** The owner's number, E.164. */
    number: string;
    /** Shown when no condition matches; `invisible` uses it always. */
    tracked?: string;
}
interface Condition {
    id: string;
    /** Readable name of where the visitor came from. */
    source: string;
    when: When;
    /** Number id → tracked number, E.164. */
    numbers: Record<string, string>;
    /** In a `"first"` site: an entry that this condition wins replaces the reference entry. */
    touch?: "last";
}
/** A rule: one leaf, or rules that are joined. An object has exactly one of these shapes. */
type When = Leaf | {
    all: When[];
} | {
    any: When[];
} | {
    not: When;
};
/** One test of the rule language. An object has exactly one of these shapes. */
type Leaf = LeafTypes[LeafName];
/** The leaves of the rule language by name, one file each in `src/vocabulary/rules`. */
interface LeafTypes {
    param: ParamLeaf;
    referrer: ReferrerLeaf;
    channel: ChannelLeaf;
    landing: LandingLeaf;
    page: PageLeaf;
    pages: PagesLeaf;
    language: LanguageLeaf;
    device: DeviceLeaf;
    hours: HoursLeaf;
}
/** Query parameter of the reference entry: present and not empty, or compared. */
type ParamLeaf = {
    param: string;
} & Comparison;
interface Comparison {
    /** Exact value. */
    is?: string;
    /** One of these values. */
    in?: string[];
    starts?: string;
    contains?: string;
    /** Glob: `*` is any run of characters. */
    like?: string;
}
/** Host of the reference entry's referrer, with its subdomains; `*.x`: its subdomains only. */
type ReferrerLeaf = {
    referrer: string;
};
/** Channel of the reference entry: one, or a list of which one holds. */
type ChannelLeaf = {
    channel: Channel | Channel[];
};
/** `other`: tagged, but nothing that is known; `internal`: a page view that is no entry. */
type Channel = (typeof CHANNELS)[number] | "internal";
/** The class of an entry's source, in the order in which the documentation lists them. */
declare const CHANNELS: readonly ["paid_search", "paid_social", "paid_other", "organic_search", "organic_social", "ai_assistant", "email", "sms", "push", "offline", "display", "affiliate", "referral", "other", "direct"];
/** Path of the reference entry's page: exact, or with `*`. */
type LandingLeaf = {
    landing: string;
};
/** Path of the current page: exact, or with `*`. */
type PageLeaf = {
    page: string;
};
/** Pages viewed so far, the current one included; both bounds inclusive. */
type PagesLeaf = {
    pages: {
        min?: number;
        max?: number;
    };
};
/** Primary tag of the first of `navigator.languages`. */
type LanguageLeaf = {
    language: string;
};
type DeviceLeaf = {
    device: "mobile" | "desktop";
};
/** `from` inclusive, `to` exclusive (`HH:MM`), overnight allowed. */
type HoursLeaf = {
    hours: {
        tz?: string;
        days?: string[];
        from?: string;
        to?: string;
    };
};
/** The key that tells a leaf from the others. */
type LeafName = keyof LeafTypes;
interface CustomTrackingId {
    name: string;
    from: "cookie" | "param" | "localStorage" | "window";
    /** Name of the cookie, parameter or item; for `window` a dotted path. */
    key: string;
}
interface ConsentSettings {
    manager: ManagerName | "auto";
    /** Our vendor, service or purpose in the manager. */
    key: string;
    /** TCF purposes that must all be consented. */
    purposes: number[];
    /** Global Vendor List id; 0: none. */
    vendor: number;
    /** Category, group or consent type, in managers that know no vendors. */
    category: string;
    rotation: "exempt" | "required";
    /** Global Privacy Control is heard as a refusal. */
    gpc: boolean;
    /** Version of the notice that the visitor reads. */
    notice: string;
}
type ManagerName = (typeof MANAGER_NAMES)[number];
/**
 * The consent managers that `consent.manager` may name, in the order in which `auto` hears them. This is the
 * one list of them that is kept by hand; everything else of a manager stands in `src/managers/<name>/`.
 */
declare const MANAGER_NAMES: readonly ["manual", "axeptio", "didomi", "tarteaucitron", "usercentrics", "tcf", "klaro", "orejime", "cookieconsent", "onetrust", "cookiebot", "complianz", "wordpress", "piwikpro", "google"];
/** Images that show a number. */
interface SiteImage {
    /** Glob on the image's address. */
    src: string;
    /** Id of the number. */
    number: string;
    /** Tracked number, E.164 → address of the image that shows it. */
    srcFor: Record<string, string>;
}
/**
 * How a number is dialled and written, worked out from its country's numbering plan where that is
 * known (endpoint or build), so that the script carries no metadata.
 */
interface NumberPlan {
    /** Country calling code, without `+`. */
    code: string;
    /** Trunk prefix of the national form (`"0"` in France), or `""`. */
    trunk: string;
    /** The national form is also written without its trunk prefix, as in the United States. */
    optional?: boolean;
    /** Grouping in the national form, e.g. `"01 23 45 67 89"`. */
    national: string;
}
/** English names accepted in a configuration. */
type ModeAlias = "origin" | "traffic" | "journey";
/**
 * Starts mgt on this page and returns what `window.mgt` offers, as functions. Once per page. Where there is no
 * page, such as on a server, it does nothing, and neither do the functions.
 *
 * @param input as in the configuration file; `endpoint` is where events go, without it the script only swaps
 */
export declare function start(input: SiteInput): Mgt;
/** Everything a page can ask. Nothing here throws; a throwing callback is reported to the console. */
export interface Mgt {
    /** The site's own word on consent: heard besides the manager, the latest act wins. */
    consent(granted: boolean): void;
    /** Scans now, synchronously. @returns how many places changed, so 0 the second time */
    swap(root?: Node): number;
    /**
     * Calls back with the number to show for an owner's number (E.164), now and at each change.
     * @returns a function that ends the subscription
     */
    number(number: string, callback: (tracked: string) => void): () => void;
    on<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void;
    off<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void;
    /** Counts a page view that the script cannot see, such as a change of the fragment. */
    page(url?: string): void;
    /** Objection: as a refusal, whatever the manager says, until the page is left or `consent(true)`. */
    object(): void;
    /** Erases the visitor here and at the endpoint. */
    forget(): void;
    /**
     * Opens the overlay that tells what is done on this page and why, or closes it: a file of its own, loaded then. Missing
     * where the site has `"debug": false`.
     */
    debug(): void;
    /** The endpoint's copy of what it holds on this visitor; `null` when there is nothing or no answer. */
    export(callback: (copy: unknown) => void): void;
}
export type MgtEventName = keyof MgtDetails;
/** What callbacks and the DOM events `mgt:ready`, `mgt:swap`, `mgt:consent` are given. */
export interface MgtDetails {
    /** Once, when the first decision on numbers is made; told at once to who comes later. */
    ready: Assignment & {
        mode: ModeName;
    };
    /** Numbers on the page, or the numbers to show, have changed. */
    swap: Assignment & {
        changed: number;
    };
    consent: {
        status: ConsentStatus;
        manager: string;
    };
    /** An entry is collected (modes from `origine` up, with consent). */
    entry: EntryEvent;
    /** A tap on a link that dials one of the site's numbers. */
    call: {
        number: string;
        tracked: string;
        condition: string;
    };
}
/** What is shown, and why. */
export interface Assignment {
    level: Level;
    /** Id of the condition in force, or `""`. */
    condition: string;
    source: string;
    channel: string;
    /** E.164. */
    to_swap: Swap[];
}
/** Which rung of the cookieless ladder the page is on: 0 on device, 1 probabilistic, 2 consented. */
export type Level = 0 | 1 | 2;
/** One number to replace, both in E.164. */
interface Swap {
    number: string;
    tracked: string;
}
export type ConsentStatus = "unknown" | "pending" | "granted" | "denied" | "not_applicable";
/** An arrival from outside, with its own condition, source and channel. */
interface EntryEvent extends EventBase {
    type: "entry";
    landing: string;
    /** `"direct"` when there is none. */
    referrer: string;
    tracking_ids: TrackingIds;
    condition: string;
    /** `""`, like the channel, where the script tells no channels and no condition holds. */
    source: string;
    channel: Channel | "";
}
interface EventBase {
    /** UUID v4 made on the page: sending twice stores once. */
    id: string;
    /** Client's clock, milliseconds since the epoch. */
    at: number;
}
/** External ids found on the page of entry, each value at most 512 characters, never re-cased. */
type TrackingIds = Record<string, string | ParsedId | Record<string, string>>;
/** Cookies such as `_ga` carry a raw value and what can be read from it. */
interface ParsedId {
    raw: string;
    client_id?: string;
    visitor_id?: string;
    session_id?: string;
    session_number?: string;
}
export type MgtCallback<K extends MgtEventName> = (detail: MgtDetails[K]) => void;
export {};
