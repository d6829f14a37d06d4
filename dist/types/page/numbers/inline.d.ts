export declare const isInline: (node: Node) => boolean;
export declare const isUnseen: (node: Node) => boolean;
