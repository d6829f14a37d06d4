import type { Facts } from "../when/Facts.js";
import type { LeafProblem, Unchecked } from "../when/LeafModule.js";
export interface Comparison {
    /** Exact value. */
    is?: string;
    /** One of these values. */
    in?: string[];
    starts?: string;
    contains?: string;
    /** Glob: `*` is any run of characters. */
    like?: string;
}
/** Query parameter of the reference entry: present and not empty, or compared. */
export type ParamLeaf = {
    param: string;
} & Comparison;
export declare const schema: () => {
    param: {
        type: string;
        minLength: number;
        maxLength: number;
        description: string;
    };
    is: {
        type: string;
        minLength: number;
        maxLength: number;
        description: string;
    };
    in: {
        type: string;
        items: object;
        uniqueItems: boolean;
        description: string;
    };
    starts: {
        type: string;
        minLength: number;
        maxLength: number;
        description: string;
    };
    contains: {
        type: string;
        minLength: number;
        maxLength: number;
        description: string;
    };
    like: {
        type: string;
        minLength: number;
        maxLength: number;
        description: string;
    };
};
/** What each comparison asks of the value. */
export declare const COMPARISONS: Readonly<Record<keyof Comparison, (value: string, wanted: never) => boolean>>;
export declare function matches(param: string, { url }: Facts, leaf: ParamLeaf): unknown;
export declare function compile(leaf: ParamLeaf): string;
export declare function implies(leaf: ParamLeaf, other: ParamLeaf): boolean;
export declare const isSound: ({ is, in: values, starts, contains, like }: Unchecked) => boolean;
export declare const problems: ({ param }: Unchecked) => LeafProblem[];
export declare function describe({ param }: ParamLeaf, { url }: Facts): string;
export declare const words: {
    en: (leaf: ParamLeaf) => string;
    fr: (leaf: ParamLeaf) => string;
};
