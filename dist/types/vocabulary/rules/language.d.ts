import type { Facts } from "../when/Facts.js";
/** Primary tag of the first of `navigator.languages`. */
export type LanguageLeaf = {
    language: string;
};
export declare const schema: () => {
    language: {
        type: string;
        title: string;
        pattern: string;
        maxLength: number;
        description: string;
    };
};
export declare const matches: (language: string, { view }: Facts) => boolean;
export declare const compile: ({ language }: LanguageLeaf) => string;
export declare const describe: (_: LanguageLeaf, { view }: Facts) => string;
export declare const words: {
    en: ({ language }: LanguageLeaf) => string;
    fr: ({ language }: LanguageLeaf) => string;
};
