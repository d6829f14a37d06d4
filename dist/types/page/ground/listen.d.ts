/**
 * Hears events of the window or the document. Capturing: that way also what does not bubble is heard at
 * the window, and the page's own handlers cannot stop it.
 */
export declare function listen(types: readonly string[], callback: (event: Event) => void): void;
