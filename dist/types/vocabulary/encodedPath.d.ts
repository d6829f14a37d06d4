/** A path as browsers write it, percent-encoded. */
export declare const encodedPath: (path: string) => string;
