import { type Channel } from "../../vocabulary/channels.js";
/** Whether a text is the name of a channel. */
export declare const isChannel: (name: string) => boolean;
/** The channel whose sign a text bears. */
export declare const signIn: (text: string) => Channel | undefined;
/** Host of a referrer, `""` when there is none or it cannot be read. */
export declare function hostOf(referrer: string): string;
/** Whether a URL says that it was reached through a campaign: a click id, or any `utm_` parameter. */
export declare function hasCampaign({ search }: URL): boolean;
/** What may bear a sign, in the order in which it decides; its first character tells what it is (`SIGNS`). */
export declare function textsOf({ search, searchParams }: URL, from: string): string[];
/**
 * Channel of an arrival, decided by the first of: click id, `utm_medium`, `utm_source`, AI assistant,
 * social network, search engine, `fbclid`, other referrer, none.
 *
 * @param from host of the referrer, `""` when there is none
 */
export declare function channelOf(url: URL, from: string): Channel;
