import type { MgtEvent } from "../../vocabulary/events.ts";
import { advance, type Step } from "../entry/advance.ts";
import type { View } from "../entry/decide.ts";
import type { Session } from "../ground/Session.ts";
import { rules, site } from "../ground/site.ts";
import { uuid } from "../ground/uuid.ts";
import { trackingIds } from "../ids/trackingIds.ts";

/**
 * Takes a visitor one page view further, by the rules of the site whose script this is.
 *
 * @param keep whether the result may be stored: external ids are read from the terminal only then
 * @param events what the mode collects of this view is added here
 */
export function takeView(before: Session, view: View, keep: boolean, events: MgtEvent[]): Step {
  const { at } = view;
  view.pages = before.pages + 1;
  const step = advance(rules, site, before, view, HAS.lastTouch, HAS.events && keep && trackingIds);
  const { session, arrived } = step;
  const { pages } = session;
  if (HAS.events) {
    if (arrived) events.push({ id: uuid(), type: "entry", at, ...arrived });
  } else session.tracking_ids = {};
  if (HAS.pagesEvents) events.push({ id: uuid(), type: "pages", at, pages });
  if (HAS.pageEvents) events.push({ id: uuid(), type: "page", at, url: session.last_url, pages });
  return step;
}
