import { arrivalChannel } from "../../vocabulary/channels/arrivalChannel.ts";
import { hostOf } from "../../vocabulary/channels/hostOf.ts";
import { isFromInside } from "../../vocabulary/channels/isFromInside.ts";
import type { Channel } from "../../vocabulary/channels.ts";
import type { TrackingIds } from "../../vocabulary/events.ts";
import { insideHosts } from "../../vocabulary/insideHosts.ts";
import { mendedUrl } from "../../vocabulary/mendedUrl.ts";
import { matchesHost } from "../../vocabulary/patterns.ts";
import type { Site } from "../../vocabulary/site.ts";
import { URL_IDS } from "../../vocabulary/trackingIds.ts";

/**
 * Channel of an entry whose script told none, by the page's own code: out of landing, referrer and the ids that
 * were parameters of the landing.
 *
 * @param landing as it came, before what is not kept is cut from it
 */
export function entryChannel(
  site: Pick<Site, "origins" | "referrerIgnore">,
  landing: string,
  referrer: string,
  ids: TrackingIds,
): Channel {
  const url = mendedUrl(landing);
  for (const name of URL_IDS.split(" ")) {
    const id = ids[name];
    if (typeof id === "string") url.searchParams.append(name, id);
  }
  const from = hostOf(referrer);
  const inside = insideHosts(site);
  return arrivalChannel(
    url,
    from,
    isFromInside(url, from, (host) => inside.some((own) => matchesHost(own, host))),
  );
}
