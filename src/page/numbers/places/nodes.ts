/** Of `nodeType`; the platform's own names are not there where there is no page. https://dom.spec.whatwg.org/#dom-node-nodetype */
export const ELEMENT = 1;
export const ATTRIBUTE = 2;
export const TEXT = 3;
export const COMMENT = 8;
export const DOCUMENT = 9;
/** For tree walkers. https://dom.spec.whatwg.org/#interface-nodefilter */
export const SHOW_ELEMENT = 1;
export const SHOW_TEXT = 4;

/** Elements that do not end a run of text. A number never spans cells, items, blocks or `<br>`. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tspan u var wbr".split(
    " ",
  ),
);
/** Those that show nothing do not either: `document.write` may leave one in a number. */
const UNSEEN = new Set(["script", "style", "template"]);

export const isInline = (node: Node): boolean => INLINE.has((node as Element).localName);
export const isUnseen = (node: Node): boolean => UNSEEN.has((node as Element).localName);

/**
 * Through the prototypes: a form's fields may hide its own properties and methods. Not before it is used: the
 * module may be imported where there is no page.
 */
const getterOf = <K extends keyof Node>(name: K) => {
  let get: (() => Node[K]) | undefined;
  return (node: Node): Node[K] => {
    get ||= Object.getOwnPropertyDescriptor(Node.prototype, name)?.get as () => Node[K];
    return get.call(node);
  };
};
export const typeOf = getterOf("nodeType");
export const textOf = getterOf("textContent");
export const firstIn = getterOf("firstChild");
export const nextOf = getterOf("nextSibling");

export const is = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const attributeOf = (element: Element, name: string): Attr | null =>
  Element.prototype.getAttributeNode.call(element, name);

/** What does not end a run of text. */
export const isInRun = (node: Node): boolean => typeOf(node) !== ELEMENT || isInline(node) || isUnseen(node);

/** Whether nothing that is read follows a node in its run of text. */
export function endsRun(node: Node): boolean {
  for (let next = nextOf(node); next; next = nextOf(next)) {
    if (!isInRun(next)) return true;
    if (typeOf(next) !== COMMENT && !isUnseen(next) && /\S/.test(textOf(next) as string)) return false;
  }
  return !(node.parentNode && isInline(node.parentNode)) || endsRun(node.parentNode);
}
