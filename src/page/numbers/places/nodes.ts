/** Of `nodeType`; the platform's own names are not there where there is no page. https://dom.spec.whatwg.org/#dom-node-nodetype */
export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;
/** For tree walkers. https://dom.spec.whatwg.org/#interface-nodefilter */
export const SHOW_ELEMENT = 1;
export const SHOW_TEXT = 4;

const namesOf = (text: string) => new Set(text.split(" "));

/** Elements that do not end a run of text. A number never spans cells, items, blocks or `<br>`. */
const INLINE = namesOf(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tspan u var wbr",
);
/** Those of them that are a thing of their own: the digits behind their border belong to something else. */
const BORDERED = namesOf("a label sub sup");
/** Those that show nothing do not end a run either: `document.write` may leave one in a number. */
const UNSEEN = namesOf("script style template");

export const isBordered = (node: Node): boolean => BORDERED.has((node as Element).localName);
export const isUnseen = (node: Node): boolean => UNSEEN.has((node as Element).localName);

/** Whether it is one of the pieces, beside each other, into which libraries split a text that they animate. */
const isPiece = (node: Node): boolean =>
  (node as Element).localName === "div" &&
  /display:\s*inline/.test((node as Element).getAttribute("style") || "");

export const isInline = (node: Node): boolean => INLINE.has((node as Element).localName) || isPiece(node);

/** What does not end a run of text. */
export const isInRun = (node: Node): boolean => node.nodeType !== ELEMENT || isInline(node) || isUnseen(node);
