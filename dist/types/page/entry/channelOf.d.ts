import type { Channel } from "../../vocabulary/channels.js";
export interface Classified {
    channel: Channel;
    /** The parameter, list entry or referrer host that decided, `""` when nothing did: for `mgt explain`. */
    by?: string | undefined;
}
/** Whether a text is the name of a channel: a medium can say each but two. */
export declare const isChannel: (name: string) => boolean;
/** Host of a referrer, `""` when there is none or it cannot be read. */
export declare function hostOf(referrer: string): string;
/** Whether a URL says that it was reached through a campaign: a click id, or any `utm_` parameter. */
export declare function hasCampaign({ search }: URL): boolean;
/**
 * Channel of an arrival, decided by the first of: click id, `utm_medium`, `utm_source`, AI assistant,
 * social network, search engine, `fbclid`, other referrer, none.
 *
 * @param from host of the referrer, `""` when there is none
 */
export declare function channelOf({ search, searchParams }: URL, from: string): Classified;
