import type { ManagerName } from "../vocabulary/managers.ts";
import type { ConsentSettings } from "../vocabulary/site.ts";

export type ConsentStatus = "unknown" | "pending" | "granted" | "denied" | "not_applicable";

/** What a manager says at one moment. */
export interface Answer {
  status: ConsentStatus;
  /** The answer is for our own key, or our own vendor id in TCF, not for a whole category. */
  own?: boolean;
  /** Our vendor, service or category in the manager. */
  key?: string;
  /** TC string, token or choice, as the manager gives it; cut at 8,192 characters. */
  signal?: string;
  version?: string;
}

/** What is in force, and who said so. */
export interface Consent extends Answer {
  /** Name of the manager, or `"api"`, `"objection"`, `"gpc"`; `""` before anybody spoke. */
  manager: string;
}

/**
 * The visitor's choice as a manager holds it: `true` a yes, `false` a no, `null` the law does not apply;
 * anything else, `undefined` above all, is no decision.
 */
export type Choice = boolean | null | undefined;

/** The managers that have an adapter: `manual` is the site's own calls. */
export type AdapterName = Exclude<ManagerName, "manual">;

/**
 * One consent manager. An adapter looks at its manager and nothing else, creates nothing that would
 * look like the manager's presence, and may throw: that is no decision.
 */
export interface Adapter {
  name: ManagerName;
  /**
   * Whose word counts more in `auto`: 0 an answer for us by name, 1 TCF, 2 an answer for a category. 3 is not heard
   * there, only where a site asks for it by name: what it tells is no visitor's choice by itself.
   */
  readonly tier: 0 | 1 | 2 | 3;
  /** Events of window or document after which the choice is read again, at once and in a microtask. */
  events?(settings: ConsentSettings): string[];
  /** Registers hooks that work before the manager has come, such as push queues. Called once, at the start. */
  install?(hear: () => void, settings: ConsentSettings): void;
  /** The manager, or its stub, is on the page. Asked until it is. */
  detect(): unknown;
  /** Subscribes to a manager that is there. Called once it is detected, and again as long as it throws. */
  watch?(hear: () => void, settings: ConsentSettings): void;
  /** The choice now. Of several promises the last asked counts. */
  read(settings: ConsentSettings): Choice | PromiseLike<Choice>;
  /**
   * Names that the manager knows (vendors, services, categories), once the visitor has decided: without ours among them
   * it will never answer. Nothing as long as that cannot be told.
   */
  names?(settings: ConsentSettings): readonly string[] | undefined;
  /** What of its settings keeps its yes from being one, or its proof from being whole, in words that mend it. */
  doubt?(settings: ConsentSettings): string | false | undefined;
  /** A version that is not spoken is on the page: it is never detected. */
  isOutdated?(): unknown;
  /** For the record: what differs from the key (tier 0) or category, and from `key=choice` as the signal. */
  describe?(settings: ConsentSettings): Partial<Omit<Answer, "status">> | undefined;
}
