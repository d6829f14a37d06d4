declare let onChange: (roots: Iterable<Node>) => void;
/**
 * Writes to the page: what the page itself changed before is kept, our own writing is no change of it, but
 * what a custom element makes of it is: we never add a node.
 */
export declare function writing<T>(write: () => T): T;
/** Tells which nodes changed, in one batch per frame, before that frame is painted. */
export declare function watchPage(attributeFilter: string[], callback: typeof onChange): void;
/** The same in a shadow root or the document of a frame. */
export declare function watchTree(tree: Node): void;
/** To be called before anything else here. @returns what has changed and nobody was told of */
export declare function stopWatching(): Iterable<Node>;
export {};
