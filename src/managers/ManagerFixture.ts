import type { ManagerName } from "../vocabulary/managers.ts";

/** CSS selectors, clicked one after the other, each once it is visible. */
export type Clicks = readonly string[];

/**
 * How to drive one consent manager in a browser: the real package, or the double in `src/managers/{name}/demo`
 * (`package` of its facts says which). Actions are clicks on the manager's own buttons.
 */
export interface ManagerFixture {
  name: ManagerName;
  /** From the first banner. */
  accept: Clicks;
  refuse: Clicks;
  /** Takes a "yes" back: from the page after an accept, on the same page or a later one. */
  withdraw: Clicks;
  /** Says yes again, after a refusal or a withdrawal. */
  regrant: Clicks;
  /** Opens the manager's panel after a decision, without deciding anything. */
  reopen: Clicks;
  /** Closes what `reopen` opened, without deciding. */
  close?: Clicks;
  /** Names that the manager itself writes: a regular expression on cookie names and storage keys. */
  ownNames: RegExp;
  /** What the proof of a grant says: exact, or a regular expression. */
  record: { key: string; signal: string | RegExp; manager_version: string | RegExp };
  /** The manager reloads the page after a withdrawal. */
  reloads?: true;
  /** Page script: the manager tells again what it told last, without any change ("fires twice"). */
  repeat: string;
  /** Page script: from now on what an adapter reads throws. Not where the adapter only listens. */
  sabotage?: string;
  /** Page script: makes a sabotaged manager speak, where `repeat` cannot. */
  alarm?: string;
  /**
   * Page expression: what the manager has told the page, as its own storage has it, not through what the
   * adapter reads: `true` a yes, `false` a no, anything else no decision.
   */
  told: string;
  /** Page expression: while the panel is open, who comes late is not told an earlier choice. */
  isAsking?: string;
  /** Page scripts: what this manager fires or holds while the visitor has not decided. */
  undecided?: readonly string[];
  /** Page script: forgets the choice, by the manager's own means, and tells nobody. */
  forgets?: string;
}
