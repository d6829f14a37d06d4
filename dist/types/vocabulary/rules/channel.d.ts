import { type Channel } from "../channels.js";
import type { Facts } from "../when/Facts.js";
import type { LeafProblem, Unchecked } from "../when/LeafModule.js";
/** Channel of the reference entry: one, or a list of which one holds. */
export type ChannelLeaf = {
    channel: Channel | Channel[];
};
export declare const schema: () => {
    channel: {
        type: string[];
        if: {
            type: string;
        };
        then: {
            enum: string[];
        };
        items: {
            enum: string[];
        };
        minItems: number;
        uniqueItems: boolean;
        description: string;
    };
};
export declare const matches: (wanted: Channel | Channel[], { channel }: Facts) => boolean;
export declare const compile: (leaf: ChannelLeaf) => string;
export declare const implies: (leaf: ChannelLeaf, other: ChannelLeaf) => boolean;
export declare const problems: ({ channel }: Unchecked) => LeafProblem[];
export declare const describe: (_: ChannelLeaf, { channel }: Facts) => string;
export declare const words: {
    en: ({ channel }: ChannelLeaf) => string;
    fr: ({ channel }: ChannelLeaf) => string;
};
