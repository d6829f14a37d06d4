/** A random UUID v4. `crypto.randomUUID` is absent on plain HTTP pages; `getRandomValues` is not. */
export declare function uuid(): string;
