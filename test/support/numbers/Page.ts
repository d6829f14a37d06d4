import type { Line, Part } from "./lines.ts";

/** What a node holds that somebody could change. */
interface Held {
  node: Node;
  value: string | null;
  parent: Node | null;
}

/** A part of a page built from lines, and everything in it as it was. */
export class Page {
  readonly root = document.createElement("div");
  readonly blocks: { element: HTMLElement; line: Line }[] = [];

  constructor(lines: readonly Line[]) {
    let holder: HTMLElement = this.root;
    for (const line of lines) {
      const element = document.createElement(line.block);
      for (const name of line.attributes) element.setAttribute(name, textOf(line.parts));
      fill(element, line);
      holder.append(element);
      this.blocks.push({ element, line });
      // Some stand deeper than others, and none in a button.
      if (line.block === "section" || line.block === "article") holder = element.appendChild(newList());
      else if (line.cuts.length % 3 === 0) holder = this.root;
    }
    document.body.append(this.root);
  }

  /** The text of each line, in its nodes and in its attributes. */
  texts(): string[][] {
    return this.blocks.map(({ element, line }) => [
      ownText(element),
      ...line.attributes.map((name) => element.getAttribute(name) ?? ""),
    ]);
  }

  /** All nodes and attributes, in order. */
  held(): Held[] {
    const held: Held[] = [];
    const walker = document.createTreeWalker(this.root, NodeFilter.SHOW_ALL);
    for (let node: Node | null = this.root; node; node = walker.nextNode()) {
      held.push({ node, value: node.nodeValue, parent: node.parentNode });
      for (const attribute of (node as Partial<Element>).attributes ?? [])
        held.push({ node: attribute, value: attribute.value, parent: node });
    }
    return held;
  }

  textNodes(): Text[] {
    return this.held().flatMap(({ node }) => (node.nodeType === 3 ? [node as Text] : []));
  }
}

export const textOf = (parts: readonly Part[]): string => parts.map(({ written }) => written).join("");
export const shownOf = (parts: readonly Part[]): string =>
  parts.map(({ written, shown = written }) => shown).join("");

/** Nodes are the same ones, in the same places. */
export const haveSameNodes = (before: readonly Held[], after: readonly Held[]): boolean =>
  before.length === after.length &&
  before.every(({ node, parent }, at) => after[at]?.node === node && after[at]?.parent === parent);

export const valuesOf = (held: readonly Held[]): (string | null)[] => held.map(({ value }) => value);

const newList = () => {
  const list = document.createElement("div");
  list.dataset.inner = "";
  return list;
};

/** Without the lines that stand inside. */
function ownText(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType !== 8 && (node as Partial<HTMLElement>).dataset?.inner === undefined)
    .map(({ textContent }) => textContent)
    .join("");
}

function fill(block: HTMLElement, { parts, cuts }: Line): void {
  const text = textOf(parts);
  const places = cuts
    .map(({ at, by }) => ({ at: Math.round(at * text.length), by }))
    .sort((a, b) => a.at - b.at);
  let open: Node[] = [block];
  const top = () => open.at(-1) ?? block;
  let done = 0;
  const upTo = (end: number) => {
    // Where two cuts meet there is an empty text node as well.
    top().appendChild(document.createTextNode(text.slice(done, end)));
    done = end;
  };
  for (const { at, by } of places) {
    upTo(at);
    if (by === "/") open = open.length > 1 ? open.slice(0, -1) : open;
    else if (by === "wbr") top().appendChild(document.createElement("wbr"));
    else if (by === "comment") top().appendChild(document.createComment(" 89 "));
    else if (by === "empty") top().appendChild(document.createTextNode(""));
    else if (by !== "text") open = [...open, top().appendChild(document.createElement(by))];
  }
  upTo(text.length);
}
