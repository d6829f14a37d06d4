import type { Channel } from "../channels.ts";
import { channelOf } from "./channelOf.ts";
import { hasCampaign } from "./hasCampaign.ts";

/**
 * Channel of an arrival, or of a visitor's first page: `internal` where it came from the site's own pages.
 *
 * @param from host of the referrer, `""` when there is none
 */
export const arrivalChannel = (url: URL, from: string, isOwn: boolean): Channel =>
  isOwn && !hasCampaign(url) ? "internal" : channelOf(url, isOwn ? "" : from);
