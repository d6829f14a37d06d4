import { channelBy } from "../../../explain/channelBy.ts";
import { failedLeaf } from "../../../explain/explain.ts";
import type { Channel } from "../../../vocabulary/channels.ts";
import { cleanUrl } from "../../../vocabulary/cleanUrl.ts";
import { rulesOf } from "../../../vocabulary/rulesOf.ts";
import type { PageSite } from "../../../vocabulary/site.ts";
import type { Facts } from "../../../vocabulary/when/Facts.ts";
import type { Handed } from "../../api/loadOverlay.ts";
import { channelOf, hasCampaign, hostOf } from "../../entry/channelOf.ts";
import { createView } from "../../lifecycle/createView.ts";
import { isArrival } from "../../lifecycle/onPageView.ts";
import type { ArrivalFacts, ConditionFacts } from "../Report.ts";

/** The address under which this document was loaded: the page may have tidied it up since. */
function loadedFrom(): string {
  const [navigation] = performance.getEntriesByType?.("navigation") || [];
  return navigation?.name || location.href;
}

/**
 * What this page view is, and which conditions were tried on what: worked out anew by the page's own code from the
 * session that the script has handed over.
 */
export function arrivalFacts(
  site: PageSite,
  session: NonNullable<Handed[2]>,
): { arrival: ArrivalFacts; conditions: ConditionFacts[] } {
  const rules = rulesOf(site);
  const { pages = 1, landing = "", referrer = "" } = session;
  const view = { ...createView(isArrival(), location.href), pages };
  const { language, device } = createView(false, location.href);
  const loaded = new URL(loadedFrom());
  const from = hostOf(document.referrer);
  const outside = from && from !== loaded.hostname && !rules.isInside(from) ? from : "";
  const isFirst = pages === 1 && landing === cleanUrl(rules, loaded.href);
  const isEntry = view.arrival ? !!outside || hasCampaign(loaded) || (isFirst && !from) : false;
  const channel = isEntry ? channelOf(loaded, outside) : "internal";
  // A landing that is stored holds only what conditions ask of it.
  const entry = isFirst || !landing ? loaded : new URL(landing);
  const host = isFirst ? from : hostOf(referrer);
  const entryFrom = host === entry.hostname || rules.isInside(host) ? "" : host;
  const counted = session.channel || (isFirst ? channel : channelOf(entry, entryFrom));
  const facts: Facts = { url: entry, host, channel: counted as Channel, view: { ...view, language, device } };
  const conditions = site.conditions.map(({ id, source, when }) => ({ id, source, when }));
  const tried: ConditionFacts[] = [];
  for (const each of conditions)
    tried.push(
      tried.some(({ failed }) => failed === null) ? each : { ...each, failed: failedLeaf(each.when, facts) },
    );
  const by = (isNone: boolean, url: URL, host: string) => (isNone ? "" : channelBy(url, host));
  return {
    arrival: {
      url: location.href,
      referrer: document.referrer,
      isEntry,
      channel,
      by: by(channel === "internal" || channel === "direct", loaded, outside),
      reference: {
        landing: landing || entry.href,
        referrer: referrer || document.referrer,
        channel: counted,
        by: by(counted === "internal" || counted === "direct", entry, entryFrom),
      },
      pages,
      language,
      device,
    },
    conditions: tried,
  };
}
