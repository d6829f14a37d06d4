import type { MgtEvent } from "../../vocabulary/events.ts";
import { site } from "../site.ts";
import type { Session } from "../terminal/session.ts";
import { uuid } from "../uuid.ts";
import { cleanUrl } from "./cleanUrl.ts";
import { decide, type View } from "./decide.ts";
import { swapsOf } from "./swapsOf.ts";
import { trackingIds } from "./trackingIds.ts";

export interface Step {
  session: Session;
  /** What the mode collects of this view. */
  events: MgtEvent[];
  /** The view is an arrival from outside. */
  entry: boolean;
}

/**
 * One page view's effect on what is remembered of the visitor. Replayed over the views held in memory
 * when consent comes, and run in memory only while it has not.
 *
 * @param session what is stored, `BLANK` for a new visitor
 * @param keep whether the result may be stored: external ids are read from the terminal only then
 */
export function advance(session: Session, view: View, keep: boolean): Step {
  const { url, at } = view;
  const { params } = site;
  const old = session.pages ? { ...session, referrer: session.referrer.replace(/^direct$/, "") } : undefined;
  view.pages = session.pages + 1;
  const { pages } = view;
  const { entry, condition, channel, own, reference } = decide(site, old, view);
  const first = {
    landing: cleanUrl(url, params),
    referrer: cleanUrl(view.referrer, params) || "direct",
    tracking_ids: HAS.events && keep && (entry || !old) ? trackingIds(new URL(url)) : {},
  };
  const base = { id: "", at };
  const events: MgtEvent[] = [];
  const collect = (event: MgtEvent) => events.push({ ...event, id: uuid() });
  if (HAS.events && (entry || !old))
    collect({
      ...base,
      type: "entry",
      ...first,
      condition: own.condition?.id || "",
      source: own.condition?.source || own.channel,
      channel: own.channel,
    });
  if (HAS.pagesEvents) collect({ ...base, type: "pages", pages });
  if (HAS.pageEvents) collect({ ...base, type: "page", url: first.landing, pages });
  return {
    entry,
    events,
    session: {
      ...session,
      ...(reference !== old && first),
      condition: condition?.id || "",
      last_action: at,
      last_url: first.landing,
      source: condition?.source || channel,
      channel,
      to_swap: swapsOf(site, condition),
      pages,
      since: session.since || at,
      pending: [...session.pending],
    },
  };
}
