import type { Channel } from "../../vocabulary/channels.js";
import type { Condition, When } from "../../vocabulary/site.js";
/** What conditions are evaluated on. */
export interface Facts {
    /** Page of the reference entry. */
    url: URL;
    /** Referrer of the reference entry, `""` when there is none. */
    referrer: string;
    channel: Channel;
    /** The current page. */
    page: URL;
    view: {
        readonly pages: number;
        readonly at: number;
        /** On the page, this and the device are looked at only if a condition asks. */
        readonly language: string;
        readonly device: "mobile" | "desktop";
    };
}
/** Whether a rule holds. A leaf that this build does not know never holds. */
export declare function matches(when: When, facts: Facts): boolean;
/** The first condition that holds. */
export declare function winningCondition(conditions: readonly Condition[], facts: Facts): Condition | undefined;
