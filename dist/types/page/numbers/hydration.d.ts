/** Whether numbers have to be left alone for now. */
export declare function mustWait(): boolean;
/** Runs the callback when the page has loaded and, where the browser can tell, is idle. */
export declare function whenSettled(callback: () => void): void;
