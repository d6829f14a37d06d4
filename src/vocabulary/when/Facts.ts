import type { Channel } from "../channels.ts";

/** What conditions are evaluated on. */
export interface Facts {
  /** Page of the reference entry. */
  url: URL;
  /** Host of the reference entry's referrer, `""` when there is none. */
  host: string;
  /** `""` where no condition looks at it. */
  channel: Channel | "";
  view: {
    /** The current page. */
    readonly url: string;
    readonly pages: number;
    /** Milliseconds since the epoch. */
    readonly at: number;
    /** On the page, this and the device are looked at only if a condition asks. */
    readonly language: string;
    readonly device: "mobile" | "desktop";
  };
}
