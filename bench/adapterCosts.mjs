import { compileScript } from "../src/endpoint/script/compileScript.ts";
import { MANAGER_NAMES } from "../src/vocabulary/managers.ts";
import { sizeOf } from "./sizeOf.mjs";

/**
 * What hearing each consent manager adds to the script served for a site, against the same site with
 * `manual`, which hears none.
 *
 * @param {import("../src/vocabulary/site.ts").Site} site
 * @returns {Promise<Record<string, number>>} brotli bytes by manager; `auto` hears all but Google's
 */
export async function adapterCosts(site) {
  const size = async (manager) => {
    const { body } = await compileScript({ ...site, consent: { ...site.consent, manager } });
    return sizeOf(String(body));
  };
  const none = await size("manual");
  const costs = {};
  for (const manager of [...MANAGER_NAMES, "auto"])
    if (manager !== "manual") costs[manager] = (await size(manager)) - none;
  return costs;
}
