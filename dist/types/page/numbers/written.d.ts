export declare const isWritten: (node: Node) => boolean;
/** Whether a node shows just what was written here. */
export declare const isShown: (node: Node) => boolean;
/** What a node held before it was swapped; what the page has written since is its own. */
export declare function originalOf(node: Node): string;
/**
 * The parser lengthens a text of which it had only the beginning: its original grows likewise. So does one that
 * the page's script lengthens, unless the rest could be what was shown of the same number elsewhere.
 */
export declare function grow(node: Node): void;
/**
 * Changes a node in place: only `nodeValue` is ever written, no node is added, removed or replaced.
 *
 * @param before what it holds by itself
 * @returns 1 if it changed
 */
export declare function write(node: Node, before: string, after: string): number;
/** Nodes that show, or have shown, a tracked number. */
export declare const writtenNodes: () => Node[];
/** Restores exactly what was written before. @returns the nodes that showed something else */
export declare function restoreAll(): Node[];
