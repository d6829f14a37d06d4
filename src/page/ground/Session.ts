import type { Channel } from "../../vocabulary/channels.ts";
import type { ConsentRecord, MgtEvent, Swap, TrackingIds } from "../../vocabulary/events.ts";

/** The one local storage item, `mgt_session`: these keys and no others. */
export interface Session {
  condition: string;
  landing: string;
  last_action: number;
  last_url: string;
  referrer: string;
  source: string;
  /** `""` in a script that tells no channels (`Features.channels`), and `source` where it would fall back to it. */
  channel: Channel | "";
  to_swap: Swap[];
  tracking_ids: TrackingIds;
  pages: number;
  since: number;
  consent: string;
  pending: (MgtEvent | ConsentRecord)[];
  /** Whose session it is: the site's key, `:`, the first eight characters of the visitor's id. */
  holder: string;
}
