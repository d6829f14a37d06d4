export declare const isInline: (node: Node) => boolean;
export declare const isUnseen: (node: Node) => boolean;
export declare const typeOf: (node: Node) => number;
export declare const textOf: (node: Node) => string | null;
export declare const firstIn: (node: Node) => ChildNode | null;
export declare const nextOf: (node: Node) => ChildNode | null;
export declare const is: (element: Element, selector: string) => boolean;
export declare const closest: (element: Element, selector: string) => Element | null;
export declare const attributeOf: (element: Element, name: string) => Attr | null;
/** What does not end a run of text. */
export declare const isInRun: (node: Node) => boolean;
/** Whether nothing that is read follows a node in its run of text. */
export declare function endsRun(node: Node): boolean;
