import type { EventBase, Keeping } from "../EventKind.js";
/** Mode `parcours`: one page view. */
export interface PageEvent extends EventBase {
    type: "page";
    url: string;
    pages: number;
}
export declare const schema: {
    readonly type: "object";
    readonly required: readonly ["id", "at", "url", "pages"];
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
        readonly url: {
            type: string;
            maxLength: number;
            format: string;
        };
        readonly pages: {
            type: string;
            minimum: number;
            maximum: number;
        };
    };
};
export declare const kept: (event: PageEvent, { cleanUrl }: Keeping) => {
    url: string;
    pages: number;
};
