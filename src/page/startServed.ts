import { boot } from "./boot.ts";
import type { Adapter } from "./consent/Adapter.ts";
import { site } from "./site.ts";

/** Starts the script that the endpoint compiled for one site: reports go where it came from. */
export function startServed(adapters: readonly Adapter[]): void {
  if (HAS.storage || HAS.probabilistic)
    // A module has no `currentScript`.
    site.endpoint ||= (
      (document.currentScript || document.querySelector(`script[src*="/${site.key}."]`)) as HTMLScriptElement
    ).src.replace(/\/[^/]*$/, "");
  boot(adapters);
}
