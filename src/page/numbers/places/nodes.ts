/** Of `nodeType`; the platform's own names are not there where there is no page. https://dom.spec.whatwg.org/#dom-node-nodetype */
export const ELEMENT = 1;
export const TEXT = 3;

/** The attribute with which an element names its number. */
export const NAMES_ITS = "data-mgt-swap";
export const NAMED = `[${NAMES_ITS}]`;
export const NOT_SWAPPED = "[data-mgt-noswap]";
/**
 * What is not read. An attribute, not `isContentEditable`: that one makes the browser work out the page's styles.
 */
export const UNREAD = `noscript,textarea,${NOT_SWAPPED},[contenteditable]:not([contenteditable="false" i])`;

/** Those inline elements that are a thing of their own: the digits behind their border belong to something else. */
const BORDERED = "a,label,sub,sup";
/**
 * Elements that do not end a run of text. A number never spans cells, items, blocks or `<br>`. The last ones are the
 * pieces, beside each other, into which libraries split a text that they animate.
 */
const INLINE = `:is(${BORDERED},abbr,b,bdi,bdo,cite,code,data,del,dfn,em,font,i,ins,kbd,mark,q,s,samp,small,span,strong,time,tspan,u,var,wbr,div[style*=inline-b]):not(${UNREAD})`;
/** Those that show nothing do not end a run either: `document.write` may leave one in a number. */
const UNSEEN = /^(script|style|template)$/i;

export const isBordered = (node: Node): boolean => (node as Element).matches(BORDERED);
export const isUnseen = (node: Node): boolean => UNSEEN.test(node.nodeName);
export const isInline = (node: Node): boolean =>
  (node as Element).matches(INLINE) && !(HAS.marks && (node as Element).matches(NAMED));

/** What does not end a run of text. */
export const isInRun = (node: Node): boolean => node.nodeType !== ELEMENT || isInline(node) || isUnseen(node);
