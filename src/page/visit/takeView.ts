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
 * @param isTabRead whether the landing of the tab may decide for a visitor of whom nothing is known
 * @param keep whether the result may be stored: external ids are read from the terminal only then
 * @param events what the mode collects of this view is added here
 */
export function takeView(
  before: Session,
  view: View,
  isTabRead: boolean,
  keep: boolean,
  events: MgtEvent[],
): Step {
  const { at, tab } = view;
  const take = (session: Session, seen: View) =>
    advance(rules, site, session, seen, HAS.lastTouch, HAS.events && keep && trackingIds);
  view.pages = before.pages + 1;
  let step = take(before, view);
  if (HAS.tabLanding && tab && isTabRead && !before.pages && !step.entry) {
    // Judged by where the tab landed; of the pages between only the number is known. What a condition asks of the
    // device is not copied: it is looked at only then.
    const landing = { __proto__: view, url: tab.url, referrer: "" } as unknown as View;
    const { session, arrived } = take(before, landing);
    view.pages = tab.pages;
    step = { ...take(session, view), arrived };
  }
  const { session, arrived } = step;
  const { pages } = session;
  if (HAS.events) {
    if (arrived) events.push({ id: uuid(), type: "entry", at, ...arrived });
  } else session.tracking_ids = {};
  if (HAS.pagesEvents) events.push({ id: uuid(), type: "pages", at, pages });
  if (HAS.pageEvents) events.push({ id: uuid(), type: "page", at, url: session.last_url, pages });
  return step;
}
