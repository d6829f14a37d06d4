import type { Facts } from "../when/Facts.js";
/** Path of the reference entry's page: exact, or with `*`. */
export type LandingLeaf = {
    landing: string;
};
export declare const schema: () => {
    landing: {
        $ref: string;
        description?: string;
    };
};
export declare const matches: (landing: string, { url }: Facts) => boolean;
export declare const compile: ({ landing }: LandingLeaf) => string;
export declare const complete: ({ landing }: LandingLeaf) => LandingLeaf;
export declare const describe: (_: LandingLeaf, { url }: Facts) => string;
export declare const words: {
    en: ({ landing }: LandingLeaf) => string;
    fr: ({ landing }: LandingLeaf) => string;
};
