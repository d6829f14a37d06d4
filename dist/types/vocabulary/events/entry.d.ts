import { type Channel } from "../channels.js";
import type { EventBase, Keeping } from "../EventKind.js";
import type { TrackingIds } from "../trackingIds.js";
/** An arrival from outside, with its own condition, source and channel. */
export interface EntryEvent extends EventBase {
    type: "entry";
    landing: string;
    /** `"direct"` when there is none. */
    referrer: string;
    tracking_ids: TrackingIds;
    condition: string;
    source: string;
    channel: Channel;
}
export declare const schema: {
    readonly type: "object";
    readonly required: readonly ["id", "at", "landing", "source", "channel"];
    readonly properties: {
        readonly id: {
            type: string;
            pattern: string;
        };
        readonly at: {
            type: string;
            minimum: number;
            maximum: number;
        };
        readonly landing: {
            type: string;
            maxLength: number;
            format: string;
        };
        readonly referrer: {
            type: string;
            maxLength: number;
        };
        readonly tracking_ids: {
            readonly type: "object";
            readonly maxProperties: 50;
            readonly propertyNames: {
                minLength: number;
                maxLength: number;
            };
            readonly additionalProperties: {
                readonly type: readonly ["string", "object"];
                readonly maxLength: 512;
                readonly maxProperties: 50;
                readonly propertyNames: {
                    minLength: number;
                    maxLength: number;
                };
                readonly additionalProperties: {
                    type: string;
                    maxLength: number;
                };
            };
        };
        readonly condition: {
            type: string;
            maxLength: number;
        };
        readonly source: {
            type: string;
            maxLength: number;
        };
        readonly channel: {
            readonly enum: readonly ["paid_search", "paid_social", "organic_search", "organic_social", "ai_assistant", "email", "display", "affiliate", "referral", "direct", "internal"];
        };
    };
};
export declare const kept: (event: EntryEvent, { cleanUrl, trackingIds }: Keeping) => {
    landing: string;
    referrer: string;
    tracking_ids: Record<string, string | import("../trackingIds.ts").ParsedId | Record<string, string>>;
    condition: string;
    source: string;
    channel: Channel;
};
