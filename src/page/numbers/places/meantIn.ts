import { site } from "../../ground/site.ts";
import { lexicon, type Sought } from "../text/lexicon.ts";
import { NAMED, NAMES_ITS, UNREAD } from "./nodes.ts";

/**
 * The number that is meant in an element that names it, whatever it holds; `undefined` where each stands for itself,
 * `null` where none is read: what was written there is given back.
 */
export function meantIn(element: Element): Sought | null | undefined {
  const nearest = element.closest(HAS.marks ? `${NAMED},${UNREAD}` : UNREAD);
  if (!nearest) return undefined;
  const id = HAS.marks && nearest.getAttribute(NAMES_ITS);
  const number = HAS.marks && site.numbers.find((each) => each.id === id)?.number;
  return (
    (HAS.marks && lexicon.sought.find((each) => each.number === number && each.shown !== number)) || null
  );
}
