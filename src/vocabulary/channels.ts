/** The class of an entry's source, in the order in which the documentation lists them. */
export const CHANNELS = [
  "paid_search",
  "paid_social",
  "organic_search",
  "organic_social",
  "ai_assistant",
  "email",
  "display",
  "affiliate",
  "referral",
  "direct",
] as const;

/** `internal`: a page view that is no entry. */
export type Channel = (typeof CHANNELS)[number] | "internal";
