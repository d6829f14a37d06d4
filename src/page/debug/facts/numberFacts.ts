import type { Swap } from "../../../vocabulary/events.ts";
import type { PageSite } from "../../../vocabulary/site.ts";
import { trackedNumbers } from "../../../vocabulary/swapsOf.ts";
import { EXCLUDED, NAMED, NAMES_ITS, UNREAD } from "../../numbers/places/excluded.ts";
import { isUnseen } from "../../numbers/places/nodes.ts";
import { attributeNames } from "../../numbers/places/swapAttributes.ts";
import { createLexicon, type Lexicon } from "../../numbers/text/createLexicon.ts";
import { evidenceFor, seen } from "../../numbers/text/evidence.ts";
import { guardOf } from "../../numbers/text/guardOf.ts";
import { NODE, withoutEdges } from "../../numbers/text/notation.ts";
import { ownerIn } from "../../numbers/text/relink.ts";
import { rewriteIn } from "../../numbers/text/rewrite.ts";
import { roughSourceOf, type Sought } from "../../numbers/text/sought.ts";
import type { NumberFacts, PlaceFacts, Reason } from "../Report.ts";
import { type Part, runsOf } from "./runsOf.ts";
import { treesOf } from "./treesOf.ts";
import { whereIs } from "./whereIs.ts";

/** Characters of the text on either side that are shown. */
const BESIDE = 24;

const holderOf = (part: Part | undefined): Element | null =>
  typeof part === "object" ? ((part as Attr).ownerElement ?? part.parentElement) : null;

const textOf = (part: Part): string =>
  typeof part === "string" ? part : ((part as Attr).value ?? part.nodeValue);

function excerptOf(text: string, start: number, length: number): string {
  const clean = (piece: string) => withoutEdges(piece).replace(/\s+/g, " ");
  const [before, after] = [text.slice(Math.max(0, start - BESIDE), start), text.slice(start + length)];
  return `${start > BESIDE ? "…" : ""}${clean(before)}${clean(text.slice(start, start + length))}${clean(after.slice(0, BESIDE))}${after.length > BESIDE ? "…" : ""}`.trim();
}

/** What keeps an element from being read, if anything does. */
function excludedBy(element: Element | null): string {
  const found = element?.closest(`${UNREAD},script`);
  if (!found) return "";
  const excluded = found.matches(EXCLUDED);
  return excluded
    ? found.matches("[data-mgt-noswap]")
      ? "data-mgt-noswap"
      : "contenteditable"
    : `<${found.localName}>`;
}

/** Why a number that stands in a run is as it is. */
function reasonFor(
  text: string,
  start: number,
  raw: string,
  sought: Sought,
  element: Element | null,
  site: PageSite,
  lexicon: Lexicon,
): { reason: Reason; detail?: string } {
  const named = site.marks ? element?.closest(NAMED) : undefined;
  if (named) {
    const id = named.getAttribute(NAMES_ITS) || "";
    return site.numbers.find((number) => number.id === id)?.number === sought.owner
      ? { reason: "late" }
      : { reason: "other", detail: `data-mgt-swap="${id}"` };
  }
  const excluded = excludedBy(element);
  if (excluded) return { reason: "excluded", detail: excluded };
  const evidence = evidenceFor(text, start, raw, sought);
  if (evidence === "shared") return { reason: "shared" };
  const link = element?.closest("a")?.getAttribute("href") || "";
  if (evidence === "guarded" && !ownerIn(link, lexicon)) return { reason: guardOf(seen.near) };
  return { reason: "late" };
}

/**
 * The site's numbers on the page: found, shown, left alone and why. Looks at the page as it stands, with the script's
 * own code for what a number is.
 */
export function numberFacts(site: PageSite, swaps: readonly Swap[]): NumberFacts[] {
  const shownFor = (number: string) => swaps.find((swap) => swap.number === number)?.tracked ?? number;
  const all = site.numbers.map(({ number }) => ({ number, tracked: shownFor(number) }));
  const configured = trackedNumbers(site, site.conditions);
  const known = [...swaps, ...configured].filter(
    ({ tracked }, at, list) =>
      at === list.findIndex((other) => other.tracked === tracked) &&
      !site.numbers.some(({ number }) => number === tracked),
  );
  const lexicon = createLexicon(all, known);
  const places = new Map<string, PlaceFacts[]>(all.map(({ number }) => [number, []]));
  const add = (owner: string, place: PlaceFacts) => places.get(owner)?.push(place);

  function judge(run: readonly Part[], kind: string): void {
    const text = run.map(textOf).join(NODE);
    if (!lexicon.rough.test(text)) return;
    const partAt = (start: number) => run[text.slice(0, start).split(NODE).length - 1];
    const met = new Set<string>();
    for (const table of [lexicon.tracked, lexicon.owners])
      rewriteIn(text, table, (sought, start, raw) => {
        const element = holderOf(partAt(start));
        const place = { kind, where: whereIs(element), excerpt: excerptOf(text, start, raw.length) };
        const { owner, number } = sought;
        met.add(owner);
        const shown = shownFor(owner);
        if (number === shown) add(owner, { is: number === owner ? "own" : "swapped", ...place });
        else if (number !== owner) add(owner, { is: "tracked", ...place });
        else
          add(owner, {
            is: "left",
            ...place,
            ...reasonFor(text, start, raw, sought, element, site, lexicon),
          });
        return false;
      });
    for (const sought of lexicon.owners.sought)
      if (!met.has(sought.owner)) {
        const match = new RegExp(roughSourceOf(sought)).exec(text);
        if (match)
          add(sought.owner, {
            is: "left",
            kind,
            where: whereIs(holderOf(partAt(match.index))),
            excerpt: excerptOf(text, match.index, match[0].length),
            reason: "form",
          });
      }
  }

  function judgeLink(attribute: Attr): void {
    const owner = ownerIn(attribute.value, lexicon);
    if (!owner) return;
    const element = attribute.ownerElement;
    const place = { kind: attribute.name, where: whereIs(element), excerpt: attribute.value };
    const dials = (number: string) =>
      attribute.value.replace(/[^+\d]/g, "").includes(number.replace("+", ""));
    const shown = shownFor(owner);
    if (shown !== owner && dials(shown)) add(owner, { is: "swapped", ...place });
    else if (shown === owner) add(owner, { is: "own", ...place });
    else {
      const detail = excludedBy(element);
      const isShared = places
        .get(owner)
        ?.some(({ reason, where }) => reason === "shared" && where === place.where);
      add(owner, {
        is: "left",
        ...place,
        ...(detail ? { reason: "excluded", detail } : { reason: isShared ? "shared" : "late" }),
      });
    }
  }

  const names = attributeNames().filter((name) => !name.startsWith("src"));
  for (const tree of site.trees ? treesOf(document) : [document]) {
    for (const run of runsOf(tree, (text) => lexicon.rough.test(text))) judge(run, "text");
    for (const name of names)
      for (const element of tree.querySelectorAll(`[${CSS.escape(name)}]`)) {
        const attribute = element.getAttributeNode(name);
        if (!attribute || element.closest("[data-mgt-debug]")) continue;
        if (name.endsWith("href")) judgeLink(attribute);
        else judge([attribute], name);
      }
    for (const sought of lexicon.owners.sought)
      if (!places.get(sought.owner)?.length && tree === document) splitIn(sought, add);
  }
  return site.numbers.map(({ id, number }) => ({
    id,
    number,
    shown: shownFor(number),
    places: places.get(number) ?? [],
  }));
}

/** What of an element is read, or could be. */
const textIn = (element: Element): string =>
  runsOf(element, () => true)
    .flat()
    .map(textOf)
    .join(NODE);

/** The digits of a number that was found nowhere may stand in several cells: in the smallest element that holds them. */
function splitIn(sought: Sought, add: (owner: string, place: PlaceFacts) => void): void {
  const rough = new RegExp(roughSourceOf(sought));
  const holds = (element: Element) => rough.test(textIn(element));
  let element: Element | null = document.body;
  // Asked of its whole text first: that costs nothing.
  if (!element || !rough.test(element.textContent || "") || !holds(element)) return;
  for (let inner: Element | undefined; ; element = inner) {
    inner = [...element.children].find((child) => !isUnseen(child) && holds(child));
    if (!inner) break;
  }
  const text = textIn(element);
  const match = rough.exec(text) as RegExpExecArray;
  // Farther apart they have nothing to do with each other.
  if (match[0].length > 4 * sought.significant.length) return;
  add(sought.owner, {
    is: "left",
    kind: "text",
    where: whereIs(element),
    excerpt: excerptOf(text, match.index, match[0].length),
    reason: "split",
  });
}
