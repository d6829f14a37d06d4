/** The class of an entry's source, in the order in which the documentation lists them. */
export const CHANNELS = [
  "paid_search",
  "paid_social",
  "paid_other",
  "organic_search",
  "organic_social",
  "ai_assistant",
  "email",
  "sms",
  "push",
  "offline",
  "display",
  "affiliate",
  "referral",
  "other",
  "direct",
] as const;

/** `other`: tagged, but nothing that is known; `internal`: a page view that is no entry. */
export type Channel = (typeof CHANNELS)[number] | "internal";

/** Whether a channel says that no source is known: nothing on the arrival told it, or it is no entry. */
export const isWithoutSource = (channel: string): boolean => channel === "direct" || channel === "internal";
