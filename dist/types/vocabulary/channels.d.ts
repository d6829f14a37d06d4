/** The class of an entry's source, in the order in which the documentation lists them. */
export declare const CHANNELS: readonly ["paid_search", "paid_social", "organic_search", "organic_social", "ai_assistant", "email", "display", "affiliate", "referral", "direct"];
/** `internal`: a page view that is no entry. */
export type Channel = (typeof CHANNELS)[number] | "internal";
/** Whether a channel says that no source is known: nothing on the arrival told it, or it is no entry. */
export declare const isWithoutSource: (channel: string) => boolean;
