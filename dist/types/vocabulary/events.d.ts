import type { MgtEvent } from "./EventKind.js";
export type { EventType, MgtEvent } from "./EventKind.js";
export type { EntryEvent } from "./events/entry.js";
export type { ParsedId, TrackingIds } from "./trackingIds.js";
/** Body of `POST /v1/events`. */
export interface EventsBody {
    site: string;
    /** Value of `mgt_visitor`. */
    visitor: string;
    /** Client's clock at sending: the endpoint corrects `at` by `received − sent`. */
    sent: number;
    /** Receipt of the consent in force. */
    consent: string;
    events: MgtEvent[];
}
/** One consent record, body of `POST /v1/consents`. Empty fields may be missing. */
export interface ConsentRecord {
    id: string;
    site: string;
    /** Absent in `rotation`, and in a withdrawal. */
    visitor?: string;
    /** Random id of the consent: made with the grant, named by the withdrawal. */
    receipt: string;
    at: number;
    status: "granted" | "withdrawn";
    manager?: string | undefined;
    manager_version?: string | undefined;
    key?: string | undefined;
    /** TC string, token or choice as the manager gives it. */
    signal?: string | undefined;
    notice?: string | undefined;
    /** Build id inlined in the script. */
    script?: string | undefined;
}
/** One number to replace, both in E.164. */
export interface Swap {
    number: string;
    tracked: string;
}
/** Body of `POST /v1/numbers` (level 1): what the device itself found; the same bytes for every visitor of a page. */
export interface NumbersBody {
    site: string;
    condition: string;
    source: string;
    method: "entry" | "carry" | "";
}
/** Answer of `POST /v1/numbers`. */
export interface NumbersAnswer {
    to_swap: Swap[];
    condition: string;
    source: string;
    /** Rounded to sixteenths. */
    confidence: number;
    method: "entry" | "carry" | "bucket" | "prior";
    /** Seconds for which the page may keep the answer. */
    ttl: number;
}
/** Bounds of one request; the endpoint refuses more, the script never sends more. */
export declare const MAX_EVENTS_PER_BODY = 100;
export declare const MAX_BODY_BYTES = 65536;
