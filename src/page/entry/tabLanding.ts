import { hasCampaign } from "../../vocabulary/channels/hasCampaign.ts";
import { parseUrl } from "../../vocabulary/parseUrl.ts";

/** Where this tab landed on the site, before the page that is looked at. */
export interface TabLanding {
  url: string;
  /** Pages viewed in this tab since then, that one and this one included; 2 where only the referrer tells. */
  pages: number;
}

/**
 * The landing of a tab: of its earlier addresses that name a campaign or a click id the oldest.
 *
 * @param addresses the oldest first, the last one the page's referrer
 * @param isLast each new entry replaces the one before: the newest of them
 */
export function tabLanding(addresses: readonly (string | null)[], isLast: boolean): TabLanding | undefined {
  const views: string[] = [];
  for (const address of addresses) {
    // An anchor is no page view, nor is the referrer once more.
    const [view] = (address || "").split("#");
    if (view && view !== views.at(-1)) views.push(view);
  }
  const isLanding = (view: string) => {
    const url = parseUrl(view);
    return !!url && hasCampaign(url);
  };
  const at = isLast ? views.findLastIndex(isLanding) : views.findIndex(isLanding);
  return at < 0 ? undefined : { url: views[at] as string, pages: views.length - at + 1 };
}
