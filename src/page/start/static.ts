import { adaptersFor } from "../../managers/adaptersFor.ts";
import { pageDefaults } from "../../vocabulary/pageDefaults.ts";
import type { SiteInput } from "../../vocabulary/site.ts";
import { callSafely } from "../ground/callSafely.ts";
import { site } from "../ground/site.ts";
import { boot } from "./boot.ts";
import { configureAtStart } from "./modeHas.ts";

/**
 * The static file: `<script src="mgt.js" data-config="#mgt-config" data-endpoint="https://…" async>`.
 * The configuration is a site (or a file with sites, of which the first) as JSON in a data block.
 * Without an endpoint it only swaps.
 */
const script = (document.currentScript ||
  document.querySelector("script[data-config]")) as HTMLElement | null;
const { config = "#mgt-config", endpoint = "" } = script?.dataset || {};

const run = (): boolean => {
  const block = callSafely(() => document.querySelector(config));
  if (block)
    callSafely(() => {
      const found: SiteInput & { sites?: SiteInput[] } = JSON.parse(block.textContent as string);
      configureAtStart({
        ...pageDefaults(found.sites?.[0] || found),
        // Also `/`: where the page came from.
        endpoint: endpoint && new URL(endpoint, location.href).href.replace(/\/$/, ""),
      });
      boot(adaptersFor(site));
    });
  return !!block;
};

// The block may come later in the page than the script.
if (!run()) document.addEventListener("DOMContentLoaded", run);
