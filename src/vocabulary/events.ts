import type { Channel } from "./channels.ts";

/** Cookies such as `_ga` carry a raw value and what can be read from it. */
export interface ParsedId {
  raw: string;
  client_id?: string;
  visitor_id?: string;
  session_id?: string;
  session_number?: string;
}

/** External ids found on the page of entry, each value at most 512 characters, never re-cased. */
export type TrackingIds = Record<string, string | ParsedId | Record<string, string>>;

interface EventBase {
  /** UUID v4 made on the page: sending twice stores once. */
  id: string;
  /** Client's clock, milliseconds since the epoch. */
  at: number;
}

/** An arrival from outside, with its own condition, source and channel. */
export interface EntryEvent extends EventBase {
  type: "entry";
  landing: string;
  /** `"direct"` when there is none. */
  referrer: string;
  tracking_ids: TrackingIds;
  condition: string;
  source: string;
  channel: Channel;
}

/** Mode `trafic`: how many pages were viewed so far, the current one included; no URL. */
export interface PagesEvent extends EventBase {
  type: "pages";
  pages: number;
}

/** Mode `parcours`: one page view. */
export interface PageEvent extends EventBase {
  type: "page";
  url: string;
  pages: number;
}

/** A tap on a `tel:` link, where `callClicks` is on. Numbers in E.164. */
export interface CallClickEvent extends EventBase {
  type: "call_click";
  number: string;
  tracked: string;
  condition: string;
}

export type MgtEvent = EntryEvent | PagesEvent | PageEvent | CallClickEvent;

/** Body of `POST /v1/events`. */
export interface EventsBody {
  site: string;
  /** Value of `mgt_visitor`. */
  visitor: string;
  /** Client's clock at sending: the endpoint corrects `at` by `received − sent`. */
  sent: number;
  /** Receipt of the consent in force. */
  consent: string;
  events: MgtEvent[];
}

/** One consent record, body of `POST /v1/consents`. Empty fields may be missing. */
export interface ConsentRecord {
  id: string;
  site: string;
  /** Absent in `rotation`, and in a withdrawal. */
  visitor?: string;
  /** Random id of the consent: made with the grant, named by the withdrawal. */
  receipt: string;
  at: number;
  status: "granted" | "withdrawn";
  manager?: string | undefined;
  manager_version?: string | undefined;
  key?: string | undefined;
  /** TC string, token or choice as the manager gives it. */
  signal?: string | undefined;
  notice?: string | undefined;
  /** Build id inlined in the script. */
  script?: string | undefined;
}

/** One number to replace, both in E.164. */
export interface Swap {
  number: string;
  tracked: string;
}

/** Body of `POST /v1/numbers` (level 1): what the device itself found; the same bytes for every visitor of a page. */
export interface NumbersBody {
  site: string;
  condition: string;
  source: string;
  method: "entry" | "carry" | "";
}

/** Answer of `POST /v1/numbers`. */
export interface NumbersAnswer {
  to_swap: Swap[];
  condition: string;
  source: string;
  /** Rounded to sixteenths. */
  confidence: number;
  method: "entry" | "carry" | "bucket" | "prior";
  /** Seconds for which the page may keep the answer. */
  ttl: number;
}

/** Bounds of one request; the endpoint refuses more, the script never sends more. */
export const MAX_EVENTS_PER_BODY = 100;
export const MAX_BODY_BYTES = 65_536;
