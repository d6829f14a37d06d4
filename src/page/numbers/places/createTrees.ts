import { callSafely } from "../../ground/callSafely.ts";
import { NOT_SWAPPED } from "./excluded.ts";
import { ELEMENT, SHOW_ELEMENT } from "./nodes.ts";

/** Longest that elements are looked at before the rest waits for an idle moment. */
const LOOKING_MS = 3;

/** So many more trees, and it is looked which of them are still there. */
const TREES_PER_LOOK = 50;

type Tree = ShadowRoot | Document;

export interface Trees {
  /** Open shadow roots and documents of same-origin frames that have been found and are still on the page. */
  found(): Tree[];
  /**
   * Looks for trees under nodes: at once as far as the time allows, further when the browser is idle. No
   * selector finds a shadow root, and asking each element costs more than swapping.
   */
  find(roots: Iterable<Node>): void;
}

/** From now on tells of each tree, those that are there and those attached later. */
export function createTrees(onTree: (tree: Tree) => void): Trees {
  const trees = new Set<Tree>();
  const patchedWindows = new WeakSet<Window>();
  /** What has still to be looked through, the latest first. */
  const waiting: TreeWalker[] = [];

  const found = () =>
    [...trees].filter((tree) => {
      const isThere = tree.isConnected && (tree.ownerDocument || (tree as Document)).defaultView;
      if (!isThere) trees.delete(tree);
      return isThere;
    });

  function adopt(owner: Element, tree: Tree | null | undefined): void {
    if (!tree || trees.has(tree)) return;
    for (let host: Element | undefined = owner; host; host = (host.getRootNode() as ShadowRoot).host)
      if (host.closest(NOT_SWAPPED)) return;
    trees.add(tree);
    // Those that are gone meanwhile are let go; not each time, for a page may have thousands.
    if (trees.size % TREES_PER_LOOK === 0) found();
    onTree(tree);
    // A frame's page makes trees of its own.
    hear(tree, (tree as Document).defaultView);
    find([tree]);
  }

  function look(element: Element): void {
    adopt(element, element.shadowRoot);
    if (element.nodeName === "IFRAME") {
      // `null` of another origin. A frame that has our script swaps for itself; `load` tells of one still loading.
      const { contentDocument, contentWindow } = element as HTMLIFrameElement;
      if (contentDocument?.readyState === "complete" && !(contentWindow as Window & { mgt?: unknown }).mgt)
        adopt(element, contentDocument);
    }
  }

  function lookOn(): void {
    const start = Date.now();
    while (waiting[0] && Date.now() - start <= LOOKING_MS) {
      const [walker] = waiting;
      if (walker.nextNode()) callSafely(look, walker.currentNode as Element);
      else waiting.shift();
    }
    if (waiting[0]) (window.requestIdleCallback || setTimeout)(lookOn);
  }

  function find(roots: Iterable<Node>): void {
    for (const root of roots) {
      if (root.nodeType === ELEMENT) callSafely(look, root as Element);
      waiting.unshift(document.createTreeWalker(root, SHOW_ELEMENT));
    }
    lookOn();
  }

  /** Listens for the frames that a tree loads, and for the shadow roots that a window's page will attach. */
  function hear(tree: Tree, view?: (Window & typeof globalThis) | null): void {
    // A frame's document is another one after each navigation; `load` does not bubble, nor leave its tree.
    tree.addEventListener("load", ({ target }) => callSafely(look, target as Element), true);
    if (!view || patchedWindows.has(view)) return;
    patchedWindows.add(view);
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
  find([document]);
  return {
    found,
    find,
  };
}
