import { site } from "../../ground/site.ts";
import { originalOf } from "../originals.ts";
import { numbersIn, type Reading } from "../text/rewrite.ts";
import { NAMED, NAMES_ITS, NOT_SWAPPED } from "./excluded.ts";
import { SHOW_TEXT } from "./nodes.ts";

/** How an element is read that names its number: whatever it holds, that one is shown in it, or nothing is. */
export function namedReading(element: Element, { lexicon }: Reading): Reading {
  const id = element.getAttribute(NAMES_ITS);
  const number = site.numbers.find((each) => each.id === id)?.number;
  const texts = document.createTreeWalker(element, SHOW_TEXT);
  let text = "";
  while (texts.nextNode())
    if (texts.currentNode.parentElement?.closest(`${NOT_SWAPPED},${NAMED}`) === element)
      text += originalOf(texts.currentNode);
  const own = lexicon.owners.sought.find(({ owner }) => owner === number);
  return {
    lexicon,
    meant: own || {},
    // Where its own number stands, the others beside it mean something else.
    isAny: !!own && !numbersIn(text, lexicon, ({ owner }) => owner === number)[0],
  };
}
