declare let onChange: (roots: readonly Node[]) => void;
/** Our own writing is no change of the page. */
export declare function forgetChanges(): void;
/** Tells which nodes changed, in one batch per frame, before that frame is painted. */
export declare function watchPage(attributes: string[], callback: typeof onChange): void;
export declare function stopWatching(): void;
export {};
