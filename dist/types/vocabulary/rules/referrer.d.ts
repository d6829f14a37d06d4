import type { Facts } from "../when/Facts.js";
import type { Completion } from "../when/LeafModule.js";
/** Host of the reference entry's referrer, with its subdomains; `*.x`: its subdomains only. */
export type ReferrerLeaf = {
    referrer: string;
};
export declare const schema: () => {
    referrer: {
        $ref: string;
        description?: string;
    };
};
export declare const matches: (referrer: string, { host }: Facts) => unknown;
export declare const compile: ({ referrer }: ReferrerLeaf) => string;
export declare const complete: ({ referrer }: ReferrerLeaf, { asciiHost }: Completion) => ReferrerLeaf;
export declare const describe: (_: ReferrerLeaf, { host }: Facts) => string;
export declare const words: {
    en: ({ referrer }: ReferrerLeaf) => string;
    fr: ({ referrer }: ReferrerLeaf) => string;
};
