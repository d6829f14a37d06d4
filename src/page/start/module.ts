import { adaptersFor } from "../../managers/adaptersFor.ts";
import { pageDefaults } from "../../vocabulary/pageDefaults.ts";
import type { SiteInput } from "../../vocabulary/site.ts";
import type { Mgt } from "../api/types.ts";
import { site } from "../ground/site.ts";
import { start as startPage } from "../main.ts";
import { configureAtStart } from "./modeHas.ts";

export type { SiteInput } from "../../vocabulary/site.ts";
export type * from "../api/types.ts";

/**
 * Starts mgt on this page and returns what `window.mgt` offers, as functions. Once per page.
 *
 * @param input as in the configuration file; `endpoint` is where events go, without it the script only swaps
 */
export function start(input: SiteInput): Mgt {
  configureAtStart(pageDefaults(input));
  return startPage(adaptersFor(site));
}
