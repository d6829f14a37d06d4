export interface Outbox {
    /** This page remembers and reports the visitor. */
    isOpen(): boolean;
    /** Sends what is pending: it stays so until an answer acknowledges it, or refuses it for good. */
    openOutbox(): void;
    /** Aborts what is on its way; nothing is sent until it is opened again. */
    closeOutbox(): void;
}
/**
 * Posts one thing, once. A plain string is sent as text/plain: no preflight.
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 *
 * @returns nothing on a network error, or where there is no endpoint
 */
export declare function post(route: string, body: unknown, signal?: AbortSignal): Promise<Response | undefined>;
export declare function createOutbox(): Outbox;
