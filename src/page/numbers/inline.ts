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
