import type { DayRow } from "../../report/DayRow.ts";
import type { Progress } from "../../report/progress.ts";
import type { Dropped } from "../DroppedTally.ts";
import type { ChainedConsent } from "../rules/consentChain.ts";
import type { Access, StoredEvent } from "../Store.ts";

/** What a store holds, in the words of no database. Times are milliseconds since the epoch. */
export interface StoreRecords {
  sites: { site: string; timeZone: string; closed: number; frozen: number };
  /** Of whom events were purged. */
  visitors: { site: string; visitor: string; since: number; progress: Progress };
  events: { site: string; visitor: string; late: boolean; event: StoredEvent };
  consents: ChainedConsent;
  days: { site: string; row: DayRow };
  dropped: Dropped;
  accesses: Access & { id: string };
  erased: { site: string; mark: string; until: number };
  times: { lastUse: number };
}

export type RecordKind = keyof StoreRecords;

/** In the order of a move: bounds last, so that what is moved again is never late. */
export const RECORD_KINDS = [
  "events",
  "visitors",
  "consents",
  "days",
  "dropped",
  "accesses",
  "erased",
  "times",
  "sites",
] as const satisfies readonly RecordKind[];

/** Where everything is read from, unchanged while it is read. */
export interface Source {
  /** In helpings. */
  read<Kind extends RecordKind>(kind: Kind): AsyncIterable<StoreRecords[Kind][]>;
  /** Visitors who have an event. */
  visitorCount(): Promise<number>;
  close(): Promise<void>;
}

/** Where everything is written to. Writing the same again changes nothing. */
export interface Target {
  /** `moving`: a move into it began and was not finished. */
  state(): Promise<"empty" | "moving" | "in use">;
  begin(): Promise<void>;
  write<Kind extends RecordKind>(kind: Kind, records: StoreRecords[Kind][]): Promise<void>;
  finish(): Promise<void>;
  close(): Promise<void>;
}
