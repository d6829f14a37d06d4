import type { ConsentStatus } from "../../managers/Adapter.ts";
import type { When } from "../../vocabulary/when/When.ts";
import type { Level } from "../api/types.ts";
import type { Guard } from "../numbers/text/guardOf.ts";

/** One manager that is heard, as it answers now. */
export interface ManagerFacts {
  name: string;
  isPresent: boolean;
  status: ConsentStatus;
  /** Under which name we are looked for in it. */
  key: string;
  version: string;
  /** The names that it knows, where it has been decided and ours is not among them. */
  knows?: readonly string[];
}

export interface ArrivalFacts {
  url: string;
  referrer: string;
  isEntry: boolean;
  channel: string;
  /** What decided the channel; `""` when nothing did. */
  by: string;
  /** What conditions are evaluated on: the entry that counts. */
  reference: { landing: string; referrer: string; channel: string; by: string };
  pages: number;
  language: string;
  device: "mobile" | "desktop";
}

/** `null`: it held; a rule: what of it did not; nothing: not tried, since an earlier one has won. */
export interface ConditionFacts {
  id: string;
  source: string;
  when: When;
  failed?: When | null;
}

/**
 * Why a place that holds the owner's number is left alone: a guard; or what is around it (`excluded`: where, in
 * `detail`); `other`: it names another number; `shared`: a second number follows by its last digits; `form`: its
 * digits follow one another, but not as the number is written; `split`: its digits stand in several blocks or cells; `late`: nothing
 * speaks against it, it waits, or the page writes it back.
 */
export type Reason = Guard | "excluded" | "other" | "shared" | "form" | "split" | "late";

/** One place of the page that holds a number. */
export interface PlaceFacts {
  /** `tracked`: another tracked number than the one in force. */
  is: "swapped" | "own" | "tracked" | "left";
  /** `text`, or an attribute. */
  kind: string;
  /** As a selector would find it: `footer > p > a`. */
  where: string;
  excerpt: string;
  reason?: Reason;
  detail?: string;
}

export interface NumberFacts {
  id: string;
  number: string;
  /** What is shown in its place; itself where nothing is. */
  shown: string;
  places: PlaceFacts[];
}

export interface RequestFacts {
  route: string;
  /** Milliseconds since the page's start. */
  at: number;
  took: number;
  /** 0: no answer, or one that the browser does not tell. */
  status: number;
  isBeacon: boolean;
}

/** Everything that the overlay shows, as data. No id of the visitor: it is copied into tickets. */
export interface Report {
  key: string;
  mode: string;
  level: Level | undefined;
  /** The page shows the numbers of another condition than the one that its configuration amounts to now. */
  isOtherwise: boolean;
  condition: string;
  source: string;
  consent: { status: ConsentStatus; manager: string; isAsked: boolean; gpc: boolean };
  managers: ManagerFacts[];
  arrival: ArrivalFacts | undefined;
  conditions: ConditionFacts[];
  numbers: NumberFacts[];
  endpoint: string;
  requests: RequestFacts[];
  stored: { visitor: boolean; session: boolean; pending: string[]; trackingIds: string[] };
}
