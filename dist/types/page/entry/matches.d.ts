import type { Channel } from "../../vocabulary/channels.js";
import type { When } from "../../vocabulary/site.js";
/** What conditions are evaluated on. */
export interface Facts {
    /** Page of the reference entry. */
    url: URL;
    /** Host of the reference entry's referrer, `""` when there is none. */
    host: string;
    channel: Channel;
    view: {
        /** The current page, unless `page` says that it is a later one. */
        readonly url: string;
        readonly page?: string;
        readonly pages: number;
        readonly at: number;
        /** On the page, this and the device are looked at only if a condition asks. */
        readonly language: string;
        readonly device: "mobile" | "desktop";
    };
}
/** The current page. */
export declare const pageOf: ({ url, page }: Facts["view"]) => URL;
/** Whether a rule holds. What is no rule never holds. */
export declare function matches(when: When, facts: Facts): boolean;
