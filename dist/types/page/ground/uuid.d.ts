/**
 * A random UUID v4. `crypto.randomUUID` is absent on plain HTTP pages; `getRandomValues` is not.
 * https://developer.mozilla.org/en-US/docs/Web/API/Crypto/randomUUID
 */
export declare function uuid(): string;
/** Whether a text is such a UUID, in lower case: "3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f". */
export declare const isUuid: (text: string) => boolean;
