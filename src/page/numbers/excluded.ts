/** The attribute with which an element names its number. */
export const FORCED = "data-mgt-swap";
export const NOT_SWAPPED = "[data-mgt-noswap]";
/** An attribute, not `isContentEditable`: that one makes the browser work out the page's styles. */
export const EXCLUDED = `${NOT_SWAPPED},[contenteditable]:not([contenteditable="false" i])`;
/** Whose text is not read. */
export const UNREAD = `noscript,textarea,${EXCLUDED}`;

/** Both through the prototype: a form's fields may hide its own methods. */
export const is = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
