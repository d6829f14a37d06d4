import type { Channel } from "../../vocabulary/channels.ts";
import type { ConsentRecord } from "../../vocabulary/events.ts";
import type { EventType } from "../../vocabulary/modes.ts";

/** One event as it is kept: minimised, its time corrected. Times are milliseconds since the epoch. */
export interface StoredEvent {
  id: string;
  type: EventType;
  /** Corrected by the client's offset and bounded. */
  at: number;
  /** Receipt of the consent in force, or `""`. */
  consent: string;
  landing?: string;
  referrer?: string;
  tracking_ids?: Record<string, unknown>;
  condition?: string;
  source?: string;
  channel?: Channel;
  url?: string;
  pages?: number;
  number?: string;
  tracked?: string;
  /** Of `ids`: the id of the entry. */
  entry?: string;
}

/** Events of one visitor that arrived in one request. */
export interface Arrival {
  site: string;
  visitor: string;
  /** Site's calendar day of the arrival: what is late or refused is counted there. */
  day: string;
  events: StoredEvent[];
}

/** One line of the consent log. */
export interface LoggedConsent extends Required<Omit<ConsentRecord, "visitor">> {
  /** `""` where none was sent, or once the visitor was erased. */
  visitor: string;
  /** Server's clock at arrival, milliseconds since the epoch. */
  time: number;
  /** Origin of the page that sent it; `""` when an admin token stood in for it. */
  origin: string;
  /** `X-Mgt-Version` of the served file that carries the record's build id, or `""`. */
  served: string;
}

/** Answer of `/v1/export`: everything known under one visitor id. */
export interface VisitorCopy {
  visitor: string;
  site: string;
  /** Time of the first stored event, or null when there is none. */
  since: number | null;
  consents: LoggedConsent[];
  events: StoredEvent[];
}

export interface ConsentQuery {
  site: string;
  /** Server's time, inclusive. */
  after?: number | undefined;
  /** Server's time, exclusive. */
  before?: number | undefined;
  status?: "granted" | "withdrawn" | undefined;
  visitor?: string | undefined;
}

/** What a report may be divided by; the first four by default. */
export type Dimension = "day" | "condition" | "source" | "channel" | "campaign" | "landing";

/** What a report counts. */
export interface Measures {
  entries: number;
  /** Each once a day. */
  visitors: number;
  /** Page views, the landing page included. */
  pages: number;
  /** Taps on links that dial. */
  taps: number;
}

export interface ReportQuery {
  site: string;
  timeZone: string;
  /** Inclusive calendar days, `YYYY-MM-DD`, in `timeZone`. */
  from: string;
  to: string;
  /** What rows are divided by; day, condition, source and channel where it is missing. */
  by?: readonly Dimension[];
  /** Only what has these values. */
  where?: Partial<Record<Dimension, string>>;
}

/** Values of what the report is divided by, and counts; without the day, a visitor counts once a day. */
export type ReportRow = Partial<Record<Dimension, string>> & Measures;

export interface Report {
  site: string;
  from: string;
  to: string;
  /** Sorted by what they are divided by. */
  rows: ReportRow[];
  /** Reason → how many events, fields or requests were not kept; of `late`, how many change no report. */
  dropped: Record<string, number>;
}

/** One admin act on personal data. No address, no user agent. */
export interface Access {
  time: number;
  who: string;
  what: string;
  site: string;
  /** A visitor id, or `"all"`. */
  whose: string;
}

/** What a walk along the consent chains found. */
export interface ConsentVerification {
  /** Records whose hashes fit, of each site from the first on. */
  records: number;
  /** The first site's first one that does not fit, or null. */
  broken: BrokenRecord | null;
  sites: SiteVerification[];
  /** The record whose hash is the noted one, or null. */
  noted: { site: string; record: number } | null;
}

export interface SiteVerification {
  site: string;
  records: number;
  broken: BrokenRecord | null;
  /** Hash of the last record that fits; `""` when there is none. */
  head: string;
}

export interface BrokenRecord {
  /** Place in the site's chain, from 1. */
  record: number;
  /** As found; null where nothing of the kind can be read. */
  id: string | null;
  site: string | null;
  /** Server's time of arrival (ms since the epoch), as found. */
  time: number | null;
  /** `hash`: it fits neither its own hash nor its predecessor; else why it cannot be read. */
  reason: string;
}

/** What keeping house needs to know of a site. */
export interface SiteTerms {
  timeZone: string;
  /** Events older than this are purged, milliseconds since the epoch. */
  before: number;
}

export interface Purged {
  site: string;
  events: number;
  visitors: number;
}

export interface Erasure {
  /** How many events the visitor had. */
  erased: number;
  /**
   * Missing when no byte is left. Otherwise something that reads the store still holds on to it: resolves once
   * that is over and nothing is left.
   */
  rest?: Promise<void>;
}

/**
 * Where the endpoint keeps what it was given. Reads see everything that was accepted before them. Every promise resolves once its effect is durable;
 * it rejects with `StoreUnavailable` when the store cannot take it, and nothing was kept then.
 */
export interface Store {
  /**
   * Idempotent by (site, event id): an id that is taken, by whomever, is not stored again. An event for a
   * frozen day is kept and counted `late`; those of a visitor who was erased within a day are counted `erased`.
   */
  append(arrival: Arrival): Promise<void>;
  /** Idempotent by (site, id). */
  addConsent(record: LoggedConsent): Promise<void>;
  /** Adds to the count of what was not kept; durable soon. */
  countDropped(site: string, day: string, reason: string, count: number): void;
  /** Time of a visitor's first stored event. */
  since(site: string, visitor: string): Promise<number | undefined>;
  /**
   * Events in the order of time, of running counts the highest after each entry; consents that name the
   * visitor, and withdrawals of them.
   */
  copy(site: string, visitor: string): Promise<VisitorCopy>;
  /** Deletes a visitor's events, unlinks its id from both logs, and refuses the id for a day. */
  erase(site: string, visitor: string): Promise<Erasure>;
  /** In the order of arrival. Of a visitor: those that name it, and withdrawals of them, which do not. */
  consents(query: ConsentQuery): Promise<LoggedConsent[]>;
  /** The order in which events arrived changes nothing; frozen days stay as they were frozen. */
  report(query: ReportQuery): Promise<Report>;
  logAccess(access: Access): Promise<void>;
  accessLog(): Promise<Access[]>;
  /**
   * Freezes days that ended 48 hours ago, so that they outlive purge and erasure.
   * @throws {ClockNotTrusted}
   */
  freeze(sites: Readonly<Record<string, SiteTerms>>, now: number): Promise<void>;
  /**
   * Deletes what is past its time, in small steps between commits, its days frozen first; no report changes.
   * Sites that are not named keep 25 months.
   * @param only this site's events
   * @returns the sites that lost something
   * @throws {ClockNotTrusted}
   */
  purge(sites: Readonly<Record<string, SiteTerms>>, now: number, only?: string): Promise<Purged[]>;
  /** Walks the consent chain of each site. @param noted a hash to look for in them */
  verify(noted?: string): Promise<ConsentVerification>;
  /** Rejects when the store cannot be written, or has hardly room left. */
  check(): Promise<void>;
  /** Requests accepted that wait for their commit. */
  waiting(): number;
  /** Resolves once everything accepted is durable and the files are closed. */
  close(): Promise<void>;
}

/** The queue is too long, the disk refuses, or the store is closed: answered 503. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}

/** The clock is far ahead of when the store was last in use: nothing is deleted by it. */
export class ClockNotTrusted extends Error {
  override name = "ClockNotTrusted";
}

/** Why a store does not open that has only a part of what is being moved into it. */
export const UNFINISHED_MOVE =
  "a move of everything into this store was begun and not finished: run mgt migrate --to again";
