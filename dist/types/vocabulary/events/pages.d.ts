import type { EventBase } from "../EventKind.js";
/** Mode `trafic`: how many pages were viewed so far, the current one included; no URL. */
export interface PagesEvent extends EventBase {
    type: "pages";
    pages: number;
}
export declare const schema: {
    readonly type: "object";
    readonly required: readonly ["id", "at", "pages"];
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
        readonly pages: {
            type: string;
            minimum: number;
            maximum: number;
        };
    };
};
export declare const kept: (event: PagesEvent) => {
    pages: number;
};
export declare const isRunningCount = true;
