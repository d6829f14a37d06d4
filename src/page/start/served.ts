import type { Adapter } from "../../managers/Adapter.ts";
import { site } from "../ground/site.ts";
import { boot } from "./boot.ts";

/** Starts the script that the endpoint compiled for one site: reports go where it came from. */
export function startServed(adapters: readonly Adapter[]): void {
  if (HAS.storage || HAS.probabilistic) {
    // A module has no `currentScript`; one that is imported has no element at all, and then only swaps.
    // https://html.spec.whatwg.org/multipage/dom.html#dom-document-currentscript
    const script =
      document.currentScript || document.querySelector(`script[type=module][src*="/${site.key}."]`);
    const { src } = (script || {}) as Partial<HTMLScriptElement>;
    if (src) site.endpoint ||= new URL(".", src).href.slice(0, -1);
  }
  boot(adapters);
}
