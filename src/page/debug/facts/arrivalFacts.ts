import { channelBy } from "../../../explain/channelBy.ts";
import { failedLeaf } from "../../../explain/explain.ts";
import { channelOf } from "../../../vocabulary/channels/channelOf.ts";
import { hasCampaign } from "../../../vocabulary/channels/hasCampaign.ts";
import { hostOf } from "../../../vocabulary/channels/hostOf.ts";
import type { Channel } from "../../../vocabulary/channels.ts";
import { cleanUrl } from "../../../vocabulary/cleanUrl.ts";
import { rulesOf } from "../../../vocabulary/rulesOf.ts";
import type { PageSite } from "../../../vocabulary/site.ts";
import type { Facts } from "../../../vocabulary/when/Facts.ts";
import type { Handed } from "../../api/loadOverlay.ts";

import { createView } from "../../lifecycle/createView.ts";
import { isArrival } from "../../lifecycle/onPageView.ts";
import type { ArrivalFacts, ConditionFacts } from "../Report.ts";

/** The address under which this document was loaded: the page may have tidied it up since. */
function loadedFrom(): string {
  const [navigation] = performance.getEntriesByType?.("navigation") || [];
  return navigation?.name || location.href;
}

/** The entry that conditions are evaluated on, and its channel. */
function referenceOf(
  site: PageSite,
  { landing = "", referrer = "", channel }: NonNullable<Handed[2]>,
  own: { url: URL; from: string; channel: string; isFirst: boolean },
) {
  const { isInside } = rulesOf(site);
  // A landing that is stored holds only what conditions ask of it.
  const url = own.isFirst || !landing ? own.url : new URL(landing);
  const host = own.isFirst ? own.from : hostOf(referrer);
  const outside = host === url.hostname || isInside(host) ? "" : host;
  const counted = channel || (own.isFirst ? own.channel : channelOf(url, outside));
  return {
    facts: { url, host, channel: counted as Channel },
    reference: {
      landing: landing || url.href,
      referrer: referrer || document.referrer,
      channel: counted,
      by: byOf(counted, url, outside),
    },
  };
}

const byOf = (channel: string, url: URL, from: string): string =>
  channel === "internal" || channel === "direct" ? "" : channelBy(url, from);

/** In their order: what of each did not hold, up to the first that does. */
function tried(site: PageSite, facts: Facts): ConditionFacts[] {
  const all: ConditionFacts[] = [];
  for (const { id, source, when } of site.conditions) {
    const isOver = all.some(({ failed }) => failed === null);
    all.push({ id, source, when, ...(!isOver && { failed: failedLeaf(when, facts) }) });
  }
  return all;
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
  const { pages = 1, landing = "" } = session;
  const view = { ...createView(isArrival(), location.href), pages };
  const { language, device } = createView(false, location.href);
  const url = new URL(loadedFrom());
  const from = hostOf(document.referrer);
  const outside = from === url.hostname || rules.isInside(from) ? "" : from;
  const isFirst = pages === 1 && landing === cleanUrl(rules, url.href);
  const isEntry = view.arrival && (!!outside || hasCampaign(url) || (isFirst && !from));
  const channel = isEntry ? channelOf(url, outside) : "internal";
  const { facts, reference } = referenceOf(site, session, { url, from, channel, isFirst });
  return {
    arrival: {
      url: location.href,
      referrer: document.referrer,
      isEntry,
      channel,
      by: byOf(channel, url, outside),
      reference,
      pages,
      language,
      device,
    },
    conditions: tried(site, { ...facts, view: { ...view, language, device } }),
  };
}
