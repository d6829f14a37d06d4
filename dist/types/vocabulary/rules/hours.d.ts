import type { Facts } from "../when/Facts.js";
import type { Completion, LeafProblem, Unchecked } from "../when/LeafModule.js";
/** `from` inclusive, `to` exclusive (`HH:MM`), overnight allowed. */
export type HoursLeaf = {
    hours: {
        tz?: string;
        days?: string[];
        from?: string;
        to?: string;
    };
};
export declare const schema: () => {
    hours: {
        type: string;
        additionalProperties: boolean;
        description: string;
        properties: object;
    };
};
/**
 * Hours that end at or before their start run overnight and belong to the day on which they start.
 * Without a `compile` beside it: the script calls this.
 */
export declare function matches({ tz, days, from, to, }: Omit<HoursLeaf["hours"], "days"> & {
    days?: string | string[];
}, { view }: {
    view: Pick<Facts["view"], "at">;
}): boolean;
export declare const complete: ({ hours }: HoursLeaf, { timeZone }: Completion) => HoursLeaf;
export declare function problems({ hours }: Unchecked): LeafProblem[];
export declare const describe: (_: HoursLeaf, { view }: Facts) => string;
export declare const words: {
    en: (leaf: HoursLeaf) => string;
    fr: (leaf: HoursLeaf) => string;
};
