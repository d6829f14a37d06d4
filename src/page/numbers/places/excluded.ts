/** The attribute with which an element names its number. */
export const NAMES_ITS = "data-mgt-swap";
export const NAMED = `[${NAMES_ITS}]`;
export const NOT_SWAPPED = "[data-mgt-noswap]";
/** An attribute, not `isContentEditable`: that one makes the browser work out the page's styles. */
export const EXCLUDED = `${NOT_SWAPPED},[contenteditable]:not([contenteditable="false" i])`;
/** Whose text is not read. */
export const UNREAD = `noscript,textarea,${EXCLUDED}`;
