import type { MgtEvent } from "../../vocabulary/events.ts";
import { swapsOf } from "../../vocabulary/swapsOf.ts";
import { rules, site } from "../ground/site.ts";
import { uuid } from "../ground/uuid.ts";
import { trackingIds } from "../ids/trackingIds.ts";
import type { Session } from "../terminal/session.ts";
import { cleanUrl } from "./cleanUrl.ts";
import { decide, type View } from "./decide.ts";

export interface Step {
  session: Session;
  /** The view is an arrival from outside. */
  entry: boolean;
}

/**
 * One page view's effect on what is remembered of the visitor. Replayed over the views held in memory
 * when consent comes, and run in memory only while it has not.
 *
 * @param session what is stored, `BLANK` for a new visitor
 * @param keep whether the result may be stored: external ids are read from the terminal only then
 * @param events what the mode collects of this view is added here
 */
export function advance(session: Session, view: View, keep: boolean, events: MgtEvent[]): Step {
  const { url, at } = view;
  const pages = session.pages + 1;
  view.pages = pages;
  const { entry, own, inForce } = decide(rules, session.pages ? session : undefined, view);
  const isEntry = entry || pages < 2;
  const landing = cleanUrl(url);
  const arrival = {
    landing,
    referrer: cleanUrl(view.referrer) || "direct",
    tracking_ids: HAS.events && keep && isEntry ? trackingIds(new URL(url)) : {},
  };
  const ruling = ({ condition, channel }: typeof own) => ({
    condition: condition?.id || "",
    source: condition?.source || channel,
    channel,
  });
  if (HAS.events && isEntry) events.push({ id: uuid(), type: "entry", at, ...arrival, ...ruling(own) });
  if (HAS.pagesEvents) events.push({ id: uuid(), type: "pages", at, pages });
  if (HAS.pageEvents) events.push({ id: uuid(), type: "page", at, url: landing, pages });
  return {
    entry,
    session: {
      ...session,
      ...(own === inForce && arrival),
      ...(!HAS.events && { tracking_ids: {} }),
      ...ruling(inForce),
      last_action: at,
      last_url: landing,
      to_swap: swapsOf(site, inForce.condition),
      pages,
      since: session.since || at,
      pending: [...session.pending],
    },
  };
}
