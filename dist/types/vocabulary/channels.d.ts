/** The class of an entry's source, in the order in which the documentation lists them. */
export declare const CHANNELS: readonly ["paid_search", "paid_social", "organic_search", "organic_social", "ai_assistant", "email", "display", "affiliate", "referral", "direct"];
/** `internal`: a page view that is no entry. */
export type Channel = (typeof CHANNELS)[number] | "internal";
