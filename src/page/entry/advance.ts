import { cleanUrl } from "../../vocabulary/cleanUrl.ts";
import type { EntryEvent, TrackingIds } from "../../vocabulary/events.ts";
import type { Policy } from "../../vocabulary/rulesOf.ts";
import type { PageSite } from "../../vocabulary/site.ts";
import { swapsOf } from "../../vocabulary/swapsOf.ts";
import type { Session } from "../ground/Session.ts";
import { decide, type Ruling, type View } from "./decide.ts";

export interface Step {
  session: Session;
  /** The view is an arrival from outside. */
  entry: boolean;
}

export interface Advance extends Step {
  /** What the view itself is recorded as: an arrival from outside, or a first page. */
  arrived: Omit<EntryEvent, "id" | "type" | "at"> | false;
}

const named = ({ condition, channel }: Ruling) => ({
  condition: condition?.id || "",
  source: condition?.source || channel,
  channel,
});

/**
 * One page view's effect on what is remembered of the visitor. Replayed over the views held in memory
 * when consent comes, and run in memory only while it has not. Pure, but for the ids that it may read.
 *
 * @param session what is stored, `BLANK` for a new visitor
 * @param view the next one: its `pages` are one more than the session's
 * @param lastTouch as of `decide`
 * @param readIds the external ids of the page of entry; `false` where they may not be read
 */
export function advance(
  policy: Policy,
  site: Pick<PageSite, "numbers">,
  session: Session,
  view: View,
  lastTouch: boolean,
  readIds: ((url: URL) => TrackingIds) | false,
): Advance {
  const { at, pages } = view;
  const { entry, own, inForce } = decide(policy, session.pages ? session : undefined, view, lastTouch);
  const isEntry = entry || !session.pages;
  const here = cleanUrl(policy, own.url.href);
  const arrival = {
    landing: policy.markLanding?.(here, own.url) || here,
    referrer: cleanUrl(policy, view.referrer) || "direct",
    tracking_ids: readIds && isEntry ? readIds(own.url) : {},
  };
  return {
    entry,
    arrived: isEntry && { ...arrival, ...named(own) },
    session: {
      ...session,
      ...(own === inForce && arrival),
      ...named(inForce),
      last_action: at,
      last_url: here,
      to_swap: swapsOf(site, inForce.condition),
      pages,
      since: session.since || at,
      pending: [...session.pending],
    },
  };
}
