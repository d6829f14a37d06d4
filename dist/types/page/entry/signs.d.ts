/**
 * Signs of each channel in what an arrival brings with it, told apart by the first character: `?` a query,
 * with click ids; `#` a `utm_source`, `#.` the host of a referrer; anything else a `utm_medium`. In lower case,
 * but for the query. Made of `signs.table.ts`.
 */
export declare const SIGNS: {
    paid_search: RegExp;
    paid_social: RegExp;
    display: RegExp;
    ai_assistant: RegExp;
    organic_social: RegExp;
    organic_search: RegExp;
    email: RegExp;
    affiliate: RegExp;
    referral: RegExp;
};
