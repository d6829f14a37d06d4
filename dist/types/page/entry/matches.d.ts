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
        /** The current page. */
        readonly url: string;
        readonly pages: number;
        readonly at: number;
        /** On the page, this and the device are looked at only if a condition asks. */
        readonly language: string;
        readonly device: "mobile" | "desktop";
    };
}
/** Whether all that a rule demands holds. What is no rule never holds. */
export declare function matches(when: When, facts: Facts): boolean;
