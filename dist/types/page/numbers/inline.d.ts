export declare const isInline: (node: Node) => boolean;
export declare const isUnseen: (node: Node) => boolean;
/** What does not end a run of text. */
export declare const isInRun: (node: Node) => boolean;
