import type { MgtCallback, MgtDetails, MgtEventName } from "./types.js";
/** Tells the page, by a DOM event `mgt:…` on `document`, and the callbacks of `mgt('on', …)`. */
export declare function emit<K extends MgtEventName>(name: K, detail: MgtDetails[K]): void;
/** Who comes late is told at once what is still true. */
export declare function on<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void;
export declare function off<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void;
