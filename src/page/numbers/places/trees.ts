import { callSafely } from "../../ground/callSafely.ts";
import { NOT_SWAPPED } from "./excluded.ts";
import { closest, ELEMENT, SHOW_ELEMENT } from "./nodes.ts";

/** Longest that elements are looked at before the rest waits for an idle moment. */
const LOOKING_MS = 3;

type Tree = ShadowRoot | Document;

const trees = new Set<Tree>();
const patchedWindows = new WeakSet<Window>();
let onTree: ((tree: Tree) => void) | undefined;

/** Open shadow roots and documents of same-origin frames that have been found and are still on the page. */
export function foundTrees(): Iterable<Tree> {
  for (const tree of trees)
    if (!tree.isConnected || !(tree.ownerDocument || (tree as Document)).defaultView) trees.delete(tree);
  return trees;
}

function adopt(owner: Element, tree: Tree | null | undefined): void {
  if (!tree || !onTree || trees.has(tree)) return;
  for (let host: Element | undefined = owner; host; host = (host.getRootNode() as ShadowRoot).host)
    if (closest(host, NOT_SWAPPED)) return;
  trees.add(tree);
  onTree(tree);
  tree.addEventListener("load", onLoad, true);
  // A frame's page makes trees of its own.
  const { defaultView } = tree as Document;
  if (defaultView) hear(defaultView);
  findTrees([tree]);
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

/** A frame's document is another one after each navigation; `load` does not bubble, nor leave its tree. */
const onLoad = ({ target }: Event) => callSafely(look, target as Element);

/** What has still to be looked through, the latest first. */
const waiting: TreeWalker[] = [];
let isLooking = false;

function lookOn(): void {
  if (isLooking) return;
  isLooking = true;
  const start = Date.now();
  while (onTree && waiting[0] && Date.now() - start <= LOOKING_MS) {
    const [walker] = waiting;
    if (walker.nextNode()) callSafely(look, walker.currentNode as Element);
    else waiting.shift();
  }
  isLooking = false;
  if (onTree && waiting[0]) (window.requestIdleCallback || setTimeout)(lookOn);
}

/**
 * Looks for trees under nodes: at once as far as the time allows, further when the browser is idle. No
 * selector finds a shadow root, and asking each element costs more than swapping.
 */
export function findTrees(roots: Iterable<Node>): void {
  for (const root of roots) {
    if (root.nodeType === ELEMENT) callSafely(look, root as Element);
    waiting.unshift(document.createTreeWalker(root, SHOW_ELEMENT));
  }
  lookOn();
}

/** Listens for the shadow roots that a window's page will attach. */
function hear(view: Window & typeof globalThis): void {
  if (patchedWindows.has(view)) return;
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

/** From now on tells of each tree, those found before, and those attached later. */
export function hearTrees(callback: (tree: Tree) => void): void {
  onTree = callback;
  for (const tree of foundTrees()) callback(tree);
  hear(window);
  document.addEventListener("load", onLoad, true);
  findTrees([document]);
}

export function ignoreTrees(): void {
  onTree = undefined;
  waiting.length = 0;
}
