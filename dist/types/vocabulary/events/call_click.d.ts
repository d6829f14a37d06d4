import type { EventBase } from "../EventKind.js";
/** A tap on a `tel:` link, where `callClicks` is on. Numbers in E.164. */
export interface CallClickEvent extends EventBase {
    type: "call_click";
    number: string;
    tracked: string;
    condition: string;
}
export declare const schema: {
    readonly type: "object";
    readonly required: readonly ["id", "at", "number"];
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
        readonly number: {
            type: string;
            pattern: string;
        };
        readonly tracked: {
            type: string;
            pattern: string;
        };
        readonly condition: {
            type: string;
            maxLength: number;
        };
    };
};
export declare const kept: (event: CallClickEvent) => {
    number: string;
    tracked: string;
    condition: string;
};
