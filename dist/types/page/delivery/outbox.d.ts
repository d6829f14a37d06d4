/** Posts one thing, once. A plain string is sent as text/plain: no preflight. @returns nothing on a network error */
export declare function post(route: string, body: unknown, signal?: AbortSignal): Promise<Response | undefined>;
/** Sends what is pending: it stays so until an answer acknowledges it, or refuses it for good. */
export declare function flush(): void;
/** Aborts what is on its way; nothing is sent until the next `flush`. */
export declare function closeOutbox(): void;
export declare function watchLeaving(): void;
