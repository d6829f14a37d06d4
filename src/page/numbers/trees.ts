import { callSafely } from "../callSafely.ts";

/** How long elements are looked at before the rest waits for an idle moment, milliseconds. */
const PATIENCE = 3;
const EXCLUDED = "[data-mgt-noswap]";

type Tree = ShadowRoot | Document;

let trees: WeakRef<Tree>[] = [];
let known = new WeakSet<Tree>();
let onTree: ((tree: Tree) => void) | undefined;
const heard = new WeakSet<Window>();

/** Open shadow roots and documents of same-origin frames that have been found. */
export function* foundTrees(): Generator<Tree> {
  for (const ref of trees) {
    const tree = ref.deref();
    if (tree) yield tree;
  }
}

function adopt(owner: Element, tree: Tree | null | undefined): void {
  if (!tree || !onTree || known.has(tree)) return;
  for (let host: Element | undefined = owner; host; host = (host.getRootNode() as ShadowRoot).host)
    if (host.closest(EXCLUDED)) return;
  known.add(tree);
  trees.push(new WeakRef(tree));
  onTree(tree);
  hearFrames(tree);
  // A frame's page makes trees of its own.
  const { defaultView } = tree as Document;
  if (defaultView) hear(defaultView);
  findTrees(tree);
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

/**
 * Looks for trees under a node: at once as far as the time allows, further when the browser is idle. No
 * selector finds a shadow root, and asking each element costs more than swapping.
 */
export function findTrees(root: Node): void {
  const walker = document.createTreeWalker((root as Document).documentElement || root, 1);
  if (walker.root.nodeType === 1) callSafely(look, walker.root as Element);
  const go = () => {
    const start = Date.now();
    while (walker.nextNode()) {
      callSafely(look, walker.currentNode as Element);
      if (Date.now() - start > PATIENCE) return void (window.requestIdleCallback || setTimeout)(go);
    }
  };
  if (onTree) go();
}

/** A frame's document is another one after each navigation; `load` does not bubble, nor leave its tree. */
const onLoad = ({ target }: Event) => callSafely(look, target as Element);
const hearFrames = (tree: Tree) => tree.addEventListener("load", onLoad, true);

/** Listens for the shadow roots that a window's page will attach. */
function hear(view: Window & typeof globalThis): void {
  if (heard.has(view)) return;
  heard.add(view);
  // Nothing else tells of a root that is attached later.
  const { prototype } = view.Element;
  const { attachShadow } = prototype;
  prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    if (options.mode === "open") callSafely(adopt, this, root);
    return root;
  };
}

/** From now on tells of each tree, found or attached later. */
export function hearTrees(callback: (tree: Tree) => void): void {
  trees = [];
  known = new WeakSet();
  onTree = callback;
  hear(window);
  hearFrames(document);
  findTrees(document);
}

export function ignoreTrees(): void {
  onTree = undefined;
}
