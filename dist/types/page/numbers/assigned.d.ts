import type { Swap } from "../../vocabulary/events.js";
import { type Known } from "./text/known.js";
/** From now on these numbers are shown. */
export declare function assign(next: readonly Swap[]): void;
/** Whether a tracked number is shown, or was on this page and may come back in a copy. */
export declare const isNeeded: () => boolean;
/** The number to show for an owner's number. */
export declare const shownFor: (number: string) => string;
/** The owner's number, if something is shown for it. */
export declare const ownerOf: (number: string | undefined) => Known | undefined;
/** Last two digits of the owner's numbers, with `isNew` also of the tracked ones; each once. */
export declare const tails: (isNew: boolean) => Set<string>;
/** Whether a number may stand in a text. */
export declare const mayHold: (text: string) => boolean;
/** A number in a text: its index, and how it is written. */
export type Found = readonly [known: Known, start: number, raw: string];
/**
 * Where numbers stand in a text with digits 0–9.
 *
 * @param isNew tracked numbers are looked for too
 * @param accepts what is not accepted may begin with, or hide, what is
 */
export declare function findAll(text: string, isNew: boolean, accepts: (...found: Found) => boolean): Found[];
