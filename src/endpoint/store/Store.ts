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
  events: StoredEvent[];
  /**
   * Site's calendar day, by event id, of each `pages` event, of which only the highest of a day after each entry is kept;
   * and of each `ids` event, since what of it was too late is counted by day.
   */
  days: Record<string, string>;
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

export interface ReportQuery {
  site: string;
  timeZone: string;
  /** Inclusive calendar days, `YYYY-MM-DD`, in `timeZone`. */
  from: string;
  to: string;
}

export interface ReportRow {
  day: string;
  condition: string;
  source: string;
  channel: Channel;
  entries: number;
  visitors: number;
  /** Page views, the landing page included. */
  pages: number;
  calls: number;
}

export interface Report extends Omit<ReportQuery, "timeZone"> {
  rows: ReportRow[];
  /** Reason → how many events, fields or requests were not kept. */
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

/**
 * Where the endpoint keeps what it was given. Reads see everything that was accepted before them. Every promise resolves once its effect is durable;
 * it rejects with `StoreUnavailable` when the store cannot take it, and nothing was kept then.
 */
export interface Store {
  /** Idempotent by (site, event id): an id that is taken, by whomever, is not stored again. */
  append(arrival: Arrival): Promise<void>;
  /** Idempotent by (site, id). */
  addConsent(record: LoggedConsent): Promise<void>;
  /** Adds to the count of what was not kept; durable with the next commit. */
  countDropped(site: string, day: string, reason: string, count: number): void;
  /** Time of a visitor's first stored event. */
  since(site: string, visitor: string): Promise<number | undefined>;
  /** Events in the order of time; consents that name the visitor, and withdrawals of them. */
  copy(site: string, visitor: string): Promise<VisitorCopy>;
  /** Deletes a visitor's events and unlinks its id from both logs; resolves to the events deleted. */
  erase(site: string, visitor: string): Promise<number>;
  /** In the order of arrival. Of a visitor: those that name it, and withdrawals of them, which do not. */
  consents(query: ConsentQuery): Promise<LoggedConsent[]>;
  report(query: ReportQuery): Promise<Report>;
  logAccess(access: Access): Promise<void>;
  accessLog(): Promise<Access[]>;
  /**
   * Deletes what is past its time, in small steps between commits; reports of later days stay as they are.
   * @param before site key → events older than this; sites that are not named keep 25 months
   */
  purge(before: Record<string, number>, now: number): Promise<number>;
  /** Rejects when the store cannot be written. */
  check(): Promise<void>;
  /** Events accepted that wait for their commit. */
  waiting(): number;
  /** Resolves once everything accepted is durable and the files are closed. */
  close(): Promise<void>;
}

/** The queue is too long, the disk refuses, or the store is closed: answered 503. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}
