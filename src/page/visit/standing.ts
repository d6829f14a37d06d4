import type { ConsentStatus } from "../../managers/Adapter.ts";

/**
 * What may be done with a visitor, as tables: the promise that is made to him. Nothing here looks anywhere
 * or does anything: `visit.ts` tells what is known and does what the rows say, and the documents print them.
 */

/** What a status amounts to. */
export type Word = "yes" | "no" | "undecided";

/**
 * What has become of the latest "yes": none has been heard; it counts; or the visitor was erased under it,
 * and only a new one counts.
 */
export type Yes = "awaited" | "in force" | "used up";

export interface Known {
  word: Word;
  latestYes: Yes;
  /** The mode stores at all, and the page is really shown: one that is prerendering may never be. */
  mayAct: boolean;
  /** The site has just said yes or no itself, or an objection was made: a new word even where it repeats one. */
  hasSpoken: boolean;
  /** The visitor is stored no more: erased by another tab or by his own wish, or not kept by the terminal. */
  wasErased: boolean;
}

/**
 * What is done, in this order. In every standing the page views held are gone through in memory, which decides
 * the numbers; and but for `keep` nothing is sent.
 */
export type Deed =
  /** What is on its way is aborted; of the views held only this page's arrival and its current view are left. */
  | "halt"
  /** Cookie and session are deleted; if there was a receipt, a withdrawal is recorded that names it. */
  | "forget"
  /** The views held are replayed onto what is stored, if anything is; without this it is not looked at. */
  | "replay"
  /** A consent that has no receipt is recorded with a new one; cookie and session are written, what is pending is sent. */
  | "keep";

/** The first row of a table whose facts all hold is the one that counts. */
interface Row<T> {
  when: Partial<Known>;
  gives: T;
}
export type YesRow = Row<Yes>;
export type StandingRow = Row<readonly Deed[]>;

/** The visitor objects to everything, whatever a manager says. */
export const isObjection = (manager: string): boolean => manager === "gpc" || manager === "objection";

export const isNo = (status: ConsentStatus): boolean => status === "denied" || status === "not_applicable";

/** @param isAsked consent is waited for; where it is not, whatever is no "no" is as good as a "yes" */
export const wordOf = (status: ConsentStatus, isAsked: boolean): Word =>
  isNo(status) ? "no" : status === "granted" || !isAsked ? "yes" : "undecided";

export const endedByNo: YesRow = { when: { word: "no" }, gives: "awaited" };
export const spokenAnew: YesRow = { when: { hasSpoken: true }, gives: "in force" };
export const usedUpByErasure: YesRow = { when: { wasErased: true, latestYes: "in force" }, gives: "used up" };
/** After a moment of doubt a "yes" that is used up is no new one. */
export const firstYes: YesRow = { when: { word: "yes", latestYes: "awaited" }, gives: "in force" };

/** What becomes of the latest "yes"; where no row holds it stays what it was. A row less does not compile. */
export const YES_ROWS: readonly [YesRow, YesRow, YesRow, YesRow] = [
  endedByNo,
  spokenAnew,
  usedUpByErasure,
  firstYes,
];

export const refusedUnseen: StandingRow = { when: { word: "no", mayAct: false }, gives: [] };
export const refused: StandingRow = { when: { word: "no" }, gives: ["halt", "forget"] };
export const usedUp: StandingRow = { when: { latestYes: "used up" }, gives: ["halt"] };
export const grantedAnew: StandingRow = {
  when: { word: "yes", mayAct: true, wasErased: true },
  gives: ["halt", "keep"],
};
export const granted: StandingRow = { when: { word: "yes", mayAct: true }, gives: ["replay", "keep"] };
export const erased: StandingRow = { when: { wasErased: true }, gives: ["halt"] };
/**
 * Undecided, also undecided again, as when a manager of a higher tier appears; or not shown yet. A stored session
 * may show the right numbers in the first frame, until the manager has spoken.
 */
export const undecided: StandingRow = { when: {}, gives: ["replay"] };

type Seven<T> = readonly [T, T, T, T, T, T, T];

/** What is done, once the table above has told what has become of the latest "yes". A row less does not compile. */
export const STANDING_ROWS: Seven<StandingRow> = [
  refusedUnseen,
  refused,
  usedUp,
  grantedAnew,
  granted,
  erased,
  undecided,
];

/** The row that counts, if any does. */
export const rowFor = <T>(rows: readonly Row<T>[], known: Known): Row<T> | undefined =>
  rows.find(({ when }) =>
    Object.entries(when).every(([fact, wanted]) => known[fact as keyof Known] === wanted),
  );

/** @returns what becomes of the latest "yes", and what is to be done */
export function standingOf(known: Known): { latestYes: Yes; deeds: readonly Deed[] } {
  const latestYes = rowFor(YES_ROWS, known)?.gives || known.latestYes;
  // The last row always holds.
  return { latestYes, deeds: (rowFor(STANDING_ROWS, { ...known, latestYes }) as StandingRow).gives };
}
