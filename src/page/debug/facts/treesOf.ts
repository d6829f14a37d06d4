import { NOT_SWAPPED } from "../../numbers/places/nodes.ts";

type Tree = Document | ShadowRoot;

/** A document, and the open shadow roots and documents of same-origin frames in it, as far as nothing excludes them. */
export function treesOf(tree: Tree): Tree[] {
  const inner: Tree[] = [];
  for (const element of tree.querySelectorAll("*")) {
    const found = element.shadowRoot || (element as HTMLIFrameElement).contentDocument;
    if (found && !element.closest(NOT_SWAPPED)) inner.push(...treesOf(found));
  }
  return [tree, ...inner];
}
