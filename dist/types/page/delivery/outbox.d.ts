/** There while this page remembers and reports the visitor; aborts what is on its way. */
export declare let open: AbortController | undefined;
/**
 * Posts one thing, once. A plain string is sent as text/plain: no preflight.
 *
 * @returns nothing on a network error, or where there is no endpoint
 */
export declare function post(route: string, body: unknown, signal?: AbortSignal): Promise<Response | undefined>;
/** Sends what is pending: it stays so until an answer acknowledges it, or refuses it for good. */
export declare function openOutbox(): void;
/** Aborts what is on its way; nothing is sent until it is opened again. */
export declare function closeOutbox(): void;
export declare function watchLeaving(): void;
