/**
 * Signs of each channel in what an arrival brings with it, told apart by the first character: `?` a query,
 * with click ids; `#` a `utm_source`, `#.` the host of a referrer; anything else a `utm_medium`. In lower case,
 * but for the query.
 *
 * Hosts are our own short list of the sites that matter in Europe, as of 2026-11. Each stands for itself and its
 * subdomains, or for a source of that name; names that are also common words only with their own top-level domain.
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
