import type { Facts } from "../when/Facts.js";
import type { LeafProblem, Unchecked } from "../when/LeafModule.js";
/** Pages viewed so far, the current one included; both bounds inclusive. */
export type PagesLeaf = {
    pages: {
        min?: number;
        max?: number;
    };
};
export declare const schema: () => {
    pages: {
        type: string;
        additionalProperties: boolean;
        description: string;
        properties: object;
    };
};
export declare const matches: ({ min, max }: PagesLeaf["pages"], { view }: Facts) => boolean;
export declare const compile: ({ pages: { min, max } }: PagesLeaf) => string;
export declare const implies: ({ pages }: PagesLeaf, other: PagesLeaf) => boolean;
export declare const isSound: ({ pages }: Unchecked) => boolean;
export declare function problems({ pages }: Unchecked): LeafProblem[];
export declare const describe: (_: PagesLeaf, { view }: Facts) => string;
export declare const words: {
    en: (leaf: PagesLeaf) => string;
    fr: (leaf: PagesLeaf) => string;
};
