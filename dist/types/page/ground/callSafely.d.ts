export declare const report: (error: unknown) => void;
/** Runs what may throw, ours or the page's: it is reported to the console and hurts nothing. */
export declare function callSafely<A extends unknown[], R>(callback: (...args: A) => R, ...args: A): R | undefined;
