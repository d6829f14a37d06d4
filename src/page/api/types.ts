import type { ConsentStatus } from "../../managers/Adapter.ts";
import type { EntryEvent, Swap } from "../../vocabulary/events.ts";
import type { ModeName } from "../../vocabulary/modes.ts";

export type { ConsentStatus };

/** Which rung of the cookieless ladder the page is on: 0 on device, 1 probabilistic, 2 consented. */
export type Level = 0 | 1 | 2;

/** What is shown, and why. */
export interface Assignment {
  level: Level;
  /** Id of the condition in force, or `""`. */
  condition: string;
  source: string;
  channel: string;
  /** E.164. */
  to_swap: Swap[];
}

/** What callbacks and the DOM events `mgt:ready`, `mgt:swap`, `mgt:consent` are given. */
export interface MgtDetails {
  /** Once, when the first decision on numbers is made; told at once to who comes later. */
  ready: Assignment & { mode: ModeName };
  /** Numbers on the page, or the numbers to show, have changed. */
  swap: Assignment & { changed: number };
  consent: { status: ConsentStatus; manager: string };
  /** An entry is collected (modes from `origine` up, with consent). */
  entry: EntryEvent;
  /** A tap on a link that dials one of the site's numbers. */
  call: { number: string; tracked: string; condition: string };
}

export type MgtEventName = keyof MgtDetails;
export type MgtCallback<K extends MgtEventName> = (detail: MgtDetails[K]) => void;

/** Everything a page can ask. Nothing here throws; a throwing callback is reported to the console. */
export interface Mgt {
  /** The site's own word on consent: heard besides the manager, the latest act wins. */
  consent(granted: boolean): void;
  /** Scans now, synchronously. @returns how many places changed, so 0 the second time */
  swap(root?: Node): number;
  /**
   * Calls back with the number to show for an owner's number (E.164), now and at each change.
   * @returns a function that ends the subscription
   */
  number(number: string, callback: (tracked: string) => void): () => void;
  on<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void;
  off<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void;
  /** Counts a page view that the script cannot see, such as a change of the fragment. */
  page(url?: string): void;
  /** Objection: as a refusal, whatever the manager says, until the page is left or `consent(true)`. */
  object(): void;
  /** Erases the visitor here and at the endpoint. */
  forget(): void;
  /**
   * Opens the overlay that tells what is done on this page and why, or closes it: a file of its own, loaded then. Missing
   * where the site has `"debug": false`.
   */
  debug(): void;
  /** The endpoint's copy of what it holds on this visitor; `null` when there is nothing or no answer. */
  export(callback: (copy: unknown) => void): void;
}
