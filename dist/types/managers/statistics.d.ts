/** What several managers call `analytics`; any other category is the site's, taken literally. */
export declare const nameOf: (category: string) => string;
