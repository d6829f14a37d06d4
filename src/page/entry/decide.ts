import { hasCampaign } from "../../vocabulary/channels/hasCampaign.ts";
import { hostOf } from "../../vocabulary/channels/hostOf.ts";
import { isFromInside } from "../../vocabulary/channels/isFromInside.ts";
import type { Channel } from "../../vocabulary/channels.ts";
import { mendedUrl } from "../../vocabulary/mendedUrl.ts";
import type { Policy } from "../../vocabulary/rulesOf.ts";
import type { Condition } from "../../vocabulary/site.ts";
import type { Facts } from "../../vocabulary/when/Facts.ts";
import type { TabLanding } from "./tabLanding.ts";

/** The entry that conditions are evaluated on. */
export interface Reference {
  landing: string;
  /** `""` or `"direct"` when there is none. */
  referrer: string;
  channel: Channel | "";
}

/** One page view, as far as deciding is concerned. */
export interface View {
  url: string;
  referrer: string;
  /** False for reloads, back and forward, restores and navigation within the page. */
  arrival: boolean;
  /** Pages viewed, this one included. */
  pages: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** Where this tab landed on the site, for a visitor of whom nothing is known. */
  tab?: TabLanding | undefined;
  language: string;
  device: "mobile" | "desktop";
}

export interface Decision {
  /** The view is an arrival from outside. */
  entry: boolean;
  /** What this view by itself amounts to, whatever stays in force. */
  own: Ruling;
  /** What is in force: the view's own, unless the reference entry stays. */
  inForce: Ruling;
}

/** The first condition that holds, if any, and what it was evaluated on. */
export interface Ruling extends Facts {
  condition: Condition | undefined;
}

/**
 * Decides what a page view is and which condition is in force. Pure: the same values in, the same out,
 * on the page and in `mgt explain`.
 *
 * @param reference the entry that the visitor already has; none on a first page
 * @param lastTouch whether a later entry can replace it: with `"entry": "last"`, or by a condition of
 *   `"touch": "last"`
 */
export function decide(
  policy: Policy,
  reference: Reference | undefined,
  view: View,
  lastTouch: boolean,
): Decision {
  const rule = (url: URL, host: string, channel: Ruling["channel"]): Ruling => {
    const facts = { url, host, channel, view };
    return { ...facts, condition: policy.winner(facts) };
  };
  const url = mendedUrl(view.url);
  const from = hostOf(view.referrer);
  const isInside = isFromInside(url, from, policy.isInside);
  const isOutside = (!!from && !isInside) || hasCampaign(url);
  const entry = reference ? view.arrival && isOutside : isOutside || !isInside;
  const tell = policy.tellChannel;
  const own = rule(url, from, tell ? (entry ? tell(url, from, isInside) : "internal") : "");
  const stays = reference && !(entry && lastTouch && (policy.entry === "last" || own.condition?.touch));
  if (!stays) return { entry, own, inForce: own };
  const landing = new URL(reference.landing);
  const host = hostOf(reference.referrer);
  // Nobody told it while no condition named a channel.
  const channel =
    reference.channel || tell?.(landing, host, isFromInside(landing, host, policy.isInside)) || "";
  return { entry, own, inForce: rule(landing, host, channel) };
}
