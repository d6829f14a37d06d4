import type { NumberPlan } from "../../../vocabulary/site.js";
/** A number to look for. E.164. */
export interface Known {
    number: string;
    /** Whose place it takes: itself, or the owner's number of which it is a tracked one. */
    owner: string;
    plan: NumberPlan;
    /** How many digits follow the calling code. */
    length: number;
}
/** The plan of one of two numbers; the other's stands for it where they are alike. */
export declare const planOf: (number: string, alike: string) => NumberPlan;
export declare function knownOf(number: string, owner: string): Known;
/**
 * Source of a pattern that finds a number in each form of its country, national and international,
 * whatever stands between its digits. One group: all of it.
 *
 * @param digits of the national significant number, or patterns of them
 */
export declare function sourceOf({ number, plan: { code, trunk, optional }, length }: Known, digits?: readonly string[]): string;
