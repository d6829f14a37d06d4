import type { Facts } from "../when/Facts.js";
/** Path of the current page: exact, or with `*`. */
export type PageLeaf = {
    page: string;
};
export declare const schema: () => {
    page: {
        $ref: string;
        description?: string;
    };
};
export declare const matches: (page: string, { view }: Facts) => boolean;
export declare const compile: ({ page }: PageLeaf) => string;
export declare const complete: ({ page }: PageLeaf) => PageLeaf;
export declare const describe: (_: PageLeaf, { view }: Facts) => string;
export declare const words: {
    en: ({ page }: PageLeaf) => string;
    fr: ({ page }: PageLeaf) => string;
};
