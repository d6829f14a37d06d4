/** Click ids by what each says of its click. `fbclid` stands apart: it also marks unpaid posts. */
export declare const CLICK_IDS: {
    paid_search: string;
    paid_social: string;
    display: string;
    email: string;
};
/** Values of `utm_medium`, lower case, without `-`, `_` and spaces. */
export declare const MEDIUMS: {
    paid_search: string;
    paid_social: string;
    organic_search: string;
    organic_social: string;
    ai_assistant: string;
    email: string;
    display: string;
    affiliate: string;
    referral: string;
};
