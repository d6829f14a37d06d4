import { URL_IDS } from "../trackingIds.ts";
import { CAMPAIGN } from "./campaign.ts";

/**
 * The landing of a site whose script tells no channels: the click ids and tags that are neither kept nor collected
 * as ids leave their name, so that the endpoint can work the channel out: `?ttclid=*`. It cuts them before it stores.
 *
 * @param clean the page's URL as it may be sent @param url as it was
 */
export function markedLanding(clean: string, { search }: URL): string {
  const names = [...search.matchAll(CAMPAIGN)].map(([, name = ""]) => name);
  const { searchParams } = new URL(clean);
  const marks = [...new Set(names)].filter((name) => !URL_IDS.includes(name) && !searchParams.has(name));
  return marks.reduce((url, name) => `${url}${url.includes("?") ? "&" : "?"}${name}=*`, clean);
}
