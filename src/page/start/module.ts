import { adaptersFor } from "../../managers/adaptersFor.ts";
import { pageDefaults } from "../../vocabulary/pageDefaults.ts";
import type { SiteInput } from "../../vocabulary/site.ts";
import type { Mgt } from "../api/types.ts";
import { callSafely } from "../ground/callSafely.ts";
import { site } from "../ground/site.ts";
import { start as startPage } from "../main.ts";
import { configureAtStart } from "./modeHas.ts";
import { noPage } from "./noPage.ts";

export type { SiteInput } from "../../vocabulary/site.ts";
export type * from "../api/types.ts";

/**
 * Starts mgt on this page and returns what `window.mgt` offers, as functions. Once per page. Where there is no
 * page, such as on a server, it does nothing, and neither do the functions.
 *
 * @param input as in the configuration file; `endpoint` is where events go, without it the script only swaps
 */
export function start(input: SiteInput): Mgt {
  if (typeof document === "undefined") return noPage();
  configureAtStart(pageDefaults(input));
  const { mgt, begin } = startPage(adaptersFor(site));
  callSafely(begin);
  return mgt;
}
