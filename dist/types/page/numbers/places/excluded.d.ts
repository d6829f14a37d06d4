/** The attribute with which an element names its number. */
export declare const FORCED = "data-mgt-swap";
export declare const NOT_SWAPPED = "[data-mgt-noswap]";
/** An attribute, not `isContentEditable`: that one makes the browser work out the page's styles. */
export declare const EXCLUDED = "[data-mgt-noswap],[contenteditable]:not([contenteditable=\"false\" i])";
/** Whose text is not read. */
export declare const UNREAD = "noscript,textarea,[data-mgt-noswap],[contenteditable]:not([contenteditable=\"false\" i])";
