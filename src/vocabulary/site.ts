import type { ManagerName } from "./managers.ts";
import type { ModeAlias, ModeName } from "./modes.ts";
import type { When } from "./when/When.ts";

export interface Condition {
  id: string;
  /** Readable name of where the visitor came from. */
  source: string;
  when: When;
  /** Number id → tracked number, E.164. */
  numbers: Record<string, string>;
  /** In a `"first"` site: an entry that this condition wins replaces the reference entry. */
  touch?: "last";
}

/**
 * How a number is dialled and written, worked out from its country's numbering plan where that is
 * known (endpoint or build), so that the script carries no metadata.
 */
export interface NumberPlan {
  /** Country calling code, without `+`. */
  code: string;
  /** Trunk prefix of the national form (`"0"` in France), or `""`. */
  trunk: string;
  /** The national form is also written without its trunk prefix, as in the United States. */
  optional?: boolean;
  /** Grouping in the national form, e.g. `"01 23 45 67 89"`. */
  national: string;
}

export interface SiteNumber {
  id: string;
  /** The owner's number, E.164. */
  number: string;
  /** Shown when no condition matches; `invisible` uses it always. */
  tracked?: string;
}

export interface CustomTrackingId {
  name: string;
  from: "cookie" | "param" | "localStorage" | "window";
  /** Name of the cookie, parameter or item; for `window` a dotted path. */
  key: string;
}

export interface ConsentSettings {
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

/** Images that show a number. */
export interface SiteImage {
  /** Glob on the image's address. */
  src: string;
  /** Id of the number. */
  number: string;
  /** Tracked number, E.164 → address of the image that shows it. */
  srcFor: Record<string, string>;
}

/** What the script needs of a site: inlined in `/{key}.js`, or given by the page. */
export interface PageSite {
  key: string;
  mode: ModeName;
  entry: "first" | "last";
  visitorDays: number;
  sessionMinutes: number;
  region: string;
  numbers: SiteNumber[];
  conditions: Condition[];
  trackingIds: { add: CustomTrackingId[] };
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

/** A site as the endpoint holds it: complete, every default filled in. */
export interface Site extends Omit<PageSite, "plans"> {
  name: string;
  retentionDays: number;
  timeZone: string;
  /** The owner's estimate; 0: unknown. */
  visitorsPerDay: number;
}

type Loose<T> = { [K in keyof T]?: T[K] };

/** A site as its owner writes it. */
export interface SiteInput extends Loose<Omit<Site, "mode" | "consent">> {
  key: string;
  mode: ModeName | ModeAlias;
  consent?: Loose<ConsentSettings>;
}
