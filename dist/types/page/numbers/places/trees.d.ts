type Tree = ShadowRoot | Document;
/** Open shadow roots and documents of same-origin frames that have been found and are still on the page. */
export declare function foundTrees(): Iterable<Tree>;
/**
 * Looks for trees under nodes: at once as far as the time allows, further when the browser is idle. No
 * selector finds a shadow root, and asking each element costs more than swapping.
 */
export declare function findTrees(roots: Iterable<Node>): void;
/** From now on tells of each tree, those found before, and those attached later. */
export declare function hearTrees(callback: (tree: Tree) => void): void;
export declare function ignoreTrees(): void;
export {};
