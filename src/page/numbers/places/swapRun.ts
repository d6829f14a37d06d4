import { isAsWritten, isLost, originalOf, write, writtenIn } from "../originals.ts";
import { evidenceFor } from "../text/evidence.ts";
import { lexicon, type Sought } from "../text/lexicon.ts";
import { NODE, plain } from "../text/notation.ts";
import { dialled } from "../text/relink.ts";
import { rewrite } from "../text/rewrite.ts";

/** A text or an attribute; a string marks the edge of an element. */
export type Part = Node | string;

/** Links whose number shares its beginning with another, of which only the end is given: they are left alone. */
const leftLinks = new WeakSet<Element>();

/** Where a link leads. */
const addressOf = (link: Element | null | undefined): Attr | null | undefined =>
  link?.getAttributeNode("href") || link?.getAttributeNode("xlink:href");

/** A link that dials: always E.164. What is shown and what is dialled never differ. */
export function swapLink(link: Element, meant: Sought | null | undefined): void {
  const attribute = addressOf(link);
  if (!attribute) return;
  const href = originalOf(attribute);
  const [sought, dialling] = dialled(href, meant) || [];
  const target = leftLinks.has(link) ? sought?.owner : sought?.shown;
  write(attribute, href, dialling && target && target !== sought?.number ? dialling(target) : href);
}

/**
 * What the texts of a run held, as long as no part of a number that was written has changed, else what they hold. So a
 * number is never half of one and half of another, whatever the page does.
 */
function heldIn(run: readonly Part[], values: readonly string[]): string[] {
  const isKept = run.map(
    (part) =>
      isAsWritten(part) &&
      // Written in one of them: the others held the rest of its number.
      (!HAS.foreignNumbers ||
        !writtenIn(part)?.together?.some((node) => !run.includes(node) || !isAsWritten(node))),
  );
  // Where a tracked number stands; if one of its texts is a copy, or was changed, they are together what is shown.
  const owners = rewrite(values.join(NODE), ({ owner }) => owner).split(NODE);
  const isWhole = isKept.every((isOurs, at) => isOurs || owners[at] === values[at]);
  return values.map((value, at) =>
    isKept[at] && (isWhole || owners[at] === value) ? originalOf(run[at] as Node) : value,
  );
}

/**
 * Swaps in one run.
 *
 * @param meant the number that is named around it, if any: nothing speaks against it
 */
export function swapRun(run: readonly Part[], meant: Sought | null | undefined): void {
  const values = run.map((part) => (typeof part === "string" ? part : (part.nodeValue as string)));
  if (!(HAS.marks && meant) && !lexicon.rough.test(values.join(NODE)) && !run.some(writtenIn)) return;
  const held = heldIn(run, values);
  const text = held.join(NODE);
  const shared = new Set<Element | null | undefined>();
  const linkOf = (part: Part | undefined) => (part as Node).parentElement?.closest("a");
  // Where the number that is meant stands, the others beside it mean something else; where it does not, any does.
  let any = HAS.marks && meant;
  if (any)
    rewrite(text, ({ owner }) => {
      if (owner === meant?.owner) any = null;
      return "";
    });
  const shown = rewrite(
    text,
    (sought, start, raw) => {
      const { owner } = sought;
      const evidence = evidenceFor(text, start, raw, sought);
      const isShared = evidence === "shared";
      if (HAS.marks && meant && !isShared) return meant.owner === owner && sought.shown;
      if (evidence === "clear") return sought.shown;
      const first = text.slice(0, start).split(NODE).length - 1;
      const link = linkOf(run[first]);
      if (isShared) shared.add(link);
      // In a link that dials one of the site's numbers it is one.
      else if (dialled(addressOf(link)?.value || "")) return sought.shown;
      // It was written here, whatever now stands beside it.
      return (
        ((isShared && !any) || raw.split(NODE).some((_, at) => writtenIn(run[first + at] as Part))) && owner
      );
    },
    any,
  ).split(NODE);
  // A page's text that holds such a mark itself is left alone.
  if (shown.length > run.length) return;
  const after = run.some(isLost) ? held : shown;
  const group =
    HAS.foreignNumbers && after.some((part, at) => !part && held[at])
      ? run.filter((_, at): _ is Node => after[at] !== held[at] && /\d/.test(plain(held[at] as string)))
      : undefined;
  run.forEach((part, at) => {
    if (typeof part === "string") return;
    write(part, held[at] as string, after[at] as string, group?.includes(part) ? group : undefined);
    const link = linkOf(part);
    if (link && shared.has(link) !== leftLinks.has(link)) {
      if (shared.has(link)) leftLinks.add(link);
      else leftLinks.delete(link);
      swapLink(link, meant);
    }
  });
}
