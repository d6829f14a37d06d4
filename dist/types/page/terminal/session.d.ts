import type { Channel } from "../../vocabulary/channels.js";
import type { ConsentRecord, MgtEvent, Swap, TrackingIds } from "../../vocabulary/events.js";
/** The one local storage item, `mgt_session`: these keys and no others. */
export interface Session {
    condition: string;
    landing: string;
    last_action: number;
    last_url: string;
    referrer: string;
    source: string;
    channel: Channel;
    to_swap: Swap[];
    tracking_ids: TrackingIds;
    pages: number;
    since: number;
    consent: string;
    pending: (MgtEvent | ConsentRecord)[];
}
/** The session of a visitor who has seen nothing yet. */
export declare const BLANK: Readonly<Session>;
export declare const SESSION = "mgt_session";
export declare const DAY_MS = 86400000;
/**
 * The stored session, if it is one of ours and not past its days. What is unreadable, foreign, outdated
 * or oversized is as good as absent: it is replaced at the next write.
 */
export declare function readSession(): Session | undefined;
/**
 * Writes the session, `pending` within its bounds: the oldest events are kept, and every record.
 *
 * @throws where storage is blocked, or a record does not fit: without its proof there is no consent
 */
export declare function writeSession(session: Session): void;
