import type { Page } from "./isOfThePage.ts";
import type { FenceManager, Plan } from "./Plan.ts";

/** What a manager has told the page: a yes, a no, nothing yet. */
export type Word = boolean | null;

/** What the frame holds, at one moment. */
export interface Snapshot {
  /** Our script has started on this page. */
  isRunning: boolean;
  told: Word;
  /** Of cookies and of both storages, whoever wrote them. */
  names: string[];
}

/** One thing that was seen in the frame; `at` is the page's own time, ms since the life began. */
export type Observation = { at: number } & (
  | { kind: "begins" }
  | { kind: "does"; what: string }
  /** Something was, or would have been, written on the terminal. */
  | { kind: "writes"; where: string; name: string; value?: string | undefined; told: Word }
  /** Something was, or would have been, asked of the network. */
  | { kind: "asks"; how: string; url: string; body?: string | undefined; told: Word }
  /** Our script says what it has heard. */
  | { kind: "says"; status: string }
  /** The site's own word against us, `mgt("object")`. */
  | { kind: "objects" }
  /** Another tab or site, or the browser, has taken what was stored. */
  | { kind: "loses" }
  /** From here on the manager's API throws on this page. */
  | { kind: "breaks" }
  /** The page's task has run, with what it had promised; what it put off has not. */
  | ({ kind: "promised" } & Snapshot)
  /** … and now the browser has turned to the next one. */
  | ({ kind: "turned" } & Snapshot)
  /** Nothing more is to come; `isAsking`: the manager's panel is open. */
  | ({ kind: "rests"; isAsking: boolean; windowName: string } & Snapshot)
);

/** What was planned, and what was seen of it, in order. */
export interface Life {
  plan: Plan;
  page: Page;
  manager: Pick<FenceManager, "ownNames" | "own">;
  seen: Observation[];
}
