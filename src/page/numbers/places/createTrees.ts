import { callSafely } from "../../ground/callSafely.ts";
import { idle } from "../idle.ts";
import { ELEMENT, NOT_SWAPPED } from "./nodes.ts";

type Tree = ShadowRoot | Document;

export interface Trees {
  /** Open shadow roots and documents of same-origin frames that have been found and are still on the page. */
  found(): Tree[];
  /**
   * Looks for trees under nodes when the browser is idle: no selector finds a shadow root, and asking each element
   * costs more than swapping.
   */
  find(roots: Iterable<Node>): void;
}

/** From now on tells of each tree, those that are there and those attached later. */
export function createTrees(onTree: (tree: Tree) => void): Trees {
  let trees: Tree[] = [];

  /** The tree of a host or of a frame; `null` of another origin. */
  function adopt(owner: Element, tree: Tree | null = owner.shadowRoot): void {
    const view = (tree as Document | null)?.defaultView;
    // A frame that has our script swaps for itself; `load` tells of one still loading.
    if (!tree || trees.includes(tree) || (view && ("mgt" in view || view.document.readyState !== "complete")))
      return;
    if (owner.closest(NOT_SWAPPED)) return;
    trees.push(tree);
    onTree(tree);
    // A frame's page makes trees of its own.
    hear(tree, view);
  }

  const look = (element: Element) =>
    element.nodeName === "IFRAME"
      ? adopt(element, (element as HTMLIFrameElement).contentDocument)
      : adopt(element);

  function lookUnder(root: Node): void {
    if (root.nodeType === ELEMENT) callSafely(look, root as Element);
    for (const element of (root as ParentNode as Partial<ParentNode>).querySelectorAll?.("*") || [])
      callSafely(look, element);
  }

  const find = (roots: Iterable<Node>) =>
    void idle(() => {
      for (const root of roots) callSafely(lookUnder, root);
    });

  /** Listens for the frames that a tree loads, and for the shadow roots that a window's page will attach. */
  function hear(tree: Tree, view?: (Window & typeof globalThis) | null): void {
    // A frame's document is another one after each navigation; `load` does not bubble, nor leave its tree.
    tree.addEventListener("load", ({ target }) => callSafely(look, target as Element), true);
    find([tree]);
    if (!view) return;
    // Nothing else tells of a root that is attached later.
    const { prototype } = view.Element;
    const { attachShadow } = prototype;
    prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      if (options.mode === "open") callSafely(adopt, this, root);
      return root;
    };
  }

  hear(document, window);
  return {
    found: () => {
      trees = trees.filter(
        (tree) => tree.isConnected && (tree.ownerDocument || (tree as Document)).defaultView,
      );
      return trees;
    },
    find,
  };
}
