import type { Swap } from "../../../vocabulary/events.ts";
import type { PageSite } from "../../../vocabulary/site.ts";
import { trackedNumbers } from "../../../vocabulary/swapsOf.ts";
import { isUnseen, NAMED, NAMES_ITS, NOT_SWAPPED, UNREAD } from "../../numbers/places/nodes.ts";
import { attributeNames } from "../../numbers/places/swapAttributes.ts";
import { evidenceFor, seen } from "../../numbers/text/evidence.ts";
import { guardOf } from "../../numbers/text/guardOf.ts";
import { lexicon, lookFor, roughSourceOf, type Sought } from "../../numbers/text/lexicon.ts";
import { NODE, withoutEdges } from "../../numbers/text/notation.ts";
import { ownerIn } from "../../numbers/text/relink.ts";
import { rewrite } from "../../numbers/text/rewrite.ts";
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

const addressOf = (link: Element | null | undefined): string =>
  link?.getAttribute("href") || link?.getAttribute("xlink:href") || "";

function excerptOf(text: string, start: number, length: number): string {
  const clean = (piece: string) => withoutEdges(piece).replace(/\s+/g, " ");
  const [before, after] = [text.slice(Math.max(0, start - BESIDE), start), text.slice(start + length)];
  return `${start > BESIDE ? "…" : ""}${clean(before)}${clean(text.slice(start, start + length))}${clean(after.slice(0, BESIDE))}${after.length > BESIDE ? "…" : ""}`.trim();
}

/** Named by their tags; of scripts those with structured data alone are looked at (`runsOf`). */
const UNREAD_TAGS = "noscript,textarea,script";

/** What an element stands in that keeps a number from being shown for what it is: the nearest counts. */
function keptBy(
  element: Element | null,
  owner: string,
  site: PageSite,
): { reason: Reason; detail: string } | undefined {
  const nearest = element?.closest(`${UNREAD},${UNREAD_TAGS}${site.marks ? `,${NAMED}` : ""}`);
  if (!nearest) return undefined;
  const id = site.marks ? nearest.getAttribute(NAMES_ITS) : null;
  if (id !== null)
    return site.numbers.find((number) => number.id === id)?.number === owner
      ? undefined
      : { reason: "other", detail: `${NAMES_ITS}="${id}"` };
  if (nearest.matches(NOT_SWAPPED)) return { reason: "excluded", detail: "data-mgt-noswap" };
  return {
    reason: "excluded",
    detail: nearest.matches(UNREAD_TAGS) ? `<${nearest.localName}>` : "contenteditable",
  };
}

/** Why a number that stands in a run is as it is. */
function reasonFor(
  text: string,
  start: number,
  raw: string,
  sought: Sought,
  element: Element | null,
  site: PageSite,
): { reason: Reason; detail?: string } {
  const kept = keptBy(element, sought.owner, site);
  if (kept) return kept;
  const evidence = evidenceFor(text, start, raw, sought);
  if (evidence === "shared") return { reason: "shared" };
  // As in `swapRun`: nothing speaks against what is named, or dialled.
  const isMeant = (site.marks && element?.closest(NAMED)) || ownerIn(addressOf(element?.closest("a")));
  return { reason: evidence === "guarded" && !isMeant ? guardOf(seen) : "late" };
}

/**
 * The site's numbers on the page: found, shown, left alone and why. Looks at the page as it stands, with the script's
 * own code for what a number is.
 */
export function numberFacts(site: PageSite, swaps: readonly Swap[]): NumberFacts[] {
  const shownFor = (number: string) => swaps.find((swap) => swap.number === number)?.tracked ?? number;
  const all = site.numbers.map(({ number }) => ({ number, tracked: shownFor(number) }));
  const configured = trackedNumbers(site, site.conditions);
  const known = new Map([...configured, ...swaps].map(({ number, tracked }) => [tracked, number]));
  for (const { number } of all) known.delete(number);
  lookFor(all, known);
  const owners = all.flatMap(({ number }) => lexicon.sought.find((each) => each.number === number) ?? []);
  const places = new Map<string, PlaceFacts[]>(all.map(({ number }) => [number, []]));
  const add = (owner: string, place: PlaceFacts) => places.get(owner)?.push(place);

  function judge(run: readonly Part[], kind: string): void {
    const text = run.map(textOf).join(NODE);
    if (!lexicon.rough.test(text)) return;
    const partAt = (start: number) => run[text.slice(0, start).split(NODE).length - 1];
    const met = new Set<string>();
    rewrite(text, (sought, start, raw) => {
      const element = holderOf(partAt(start));
      const place = { kind, where: whereIs(element), excerpt: excerptOf(text, start, raw.length) };
      const { owner, number, shown } = sought;
      met.add(owner);
      if (number === shown) add(owner, { is: number === owner ? "own" : "swapped", ...place });
      else if (number !== owner) add(owner, { is: "tracked", ...place });
      else add(owner, { is: "left", ...place, ...reasonFor(text, start, raw, sought, element, site) });
      return false;
    });
    for (const sought of owners)
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
    const owner = ownerIn(attribute.value);
    if (!owner) return;
    const element = attribute.ownerElement;
    const place = { kind: attribute.name, where: whereIs(element), excerpt: attribute.value };
    const dials = (number: string) =>
      attribute.value.replace(/[^+\d]/g, "").includes(number.replace("+", ""));
    const shown = shownFor(owner);
    if (shown !== owner && dials(shown)) add(owner, { is: "swapped", ...place });
    else if (shown === owner) add(owner, { is: "own", ...place });
    else {
      const isShared = places
        .get(owner)
        ?.some(({ reason, where }) => reason === "shared" && where === place.where);
      add(owner, {
        is: "left",
        ...place,
        ...(keptBy(element, owner, site) ?? { reason: isShared ? "shared" : "late" }),
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
    for (const sought of owners)
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
