import type { Clicks } from "../../../src/managers/ManagerFixture.ts";

/** One thing that happens to a page. */
export type Step =
  | { do: "accept" | "refuse" | "withdraw" | "regrant" | "reopen" | "close" }
  | { do: "tap" | "forget" | "lose cookie" | "lose session" | "other site" }
  | { do: "script" | "manager" | "throw" | "repeat" | "undecided" | "hide" | "show" | "spa" | "object" }
  | { do: "endpoint"; answers: Answers }
  | { do: "navigate"; order: Order; query: string }
  | { do: "wait"; ms: number };

/** How the endpoint takes what is sent: acknowledges, fails, cannot be reached, never answers. */
export type Answers = 204 | 500 | "unreachable" | "never";

/** What a page brings by itself, and in which order. */
export type Order = "manager, script" | "script, manager" | "script" | "nothing";

/** What the player has to know of a manager. */
export interface FenceManager {
  /** Address of our script by mode. */
  scripts: Record<string, string>;
  head: string;
  clicks: Record<"accept" | "refuse" | "withdraw" | "regrant" | "reopen" | "close", Clicks>;
  ownNames: string;
  told: string;
  isAsking: string;
  repeat: string;
  sabotage: string;
  undecided: readonly string[];
  forgets: string;
  /** Its answer is for our own key: it overrides Global Privacy Control. */
  own: boolean;
}

/** One random life of a visitor. */
export interface Plan {
  mode: string;
  gpc: boolean;
  first: Order;
  steps: Step[];
}
