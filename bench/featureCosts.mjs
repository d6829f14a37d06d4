import { compileScript } from "../src/endpoint/script/compileScript.ts";
import { sizeOf } from "./sizeOf.mjs";

/**
 * What a site can switch off, or has to ask for, and how a site is changed by it.
 * @type {Record<string, { without: object, with: object }>}
 */
const FEATURES = {
  marks: { with: {}, without: { marks: false } },
  trees: { with: {}, without: { trees: false } },
  fields: { with: {}, without: { fields: false } },
  "loader of mgt('debug')": { with: {}, without: { debug: false } },
  "swapAt other than parse": { with: {}, without: { swapAt: "parse" } },
  "digits of other scripts, by region": { with: { region: "EG" }, without: {} },
  images: {
    with: {
      images: [{ src: "*/phone.png", number: "main", srcFor: { "+33184880100": "/tracked.png" } }],
    },
    without: {},
  },
  "attributes of the owner's": { with: { attributes: ["data-phone"] }, without: {} },
};

/**
 * The same conditions, of which none names a channel, or one does.
 *
 * @param {import("../src/vocabulary/site.ts").Site} site @param {object} when
 */
const namingOne = (site, when) => ({
  mode: "parcours",
  conditions: site.conditions.map((condition, index) => ({
    ...condition,
    when: index === 0 ? when : { param: `p${index}` },
  })),
});
/** What a site cannot switch off, in `parcours`: the script without it is compiled for the measure alone. */
const PARTS = { "tab landing": "tabLanding", "late ids": "lateIds" };

/** A tracked number of another country, and so of other groups. */
const foreign = (site) => ({
  numbers: site.numbers.map((number) => ({ ...number, tracked: "+442079460999" })),
});

/**
 * What each part adds to the script served for a site in `invisible`, against the same site without it.
 *
 * @param {import("../src/vocabulary/site.ts").Site} site
 * @returns {Promise<Record<string, number>>} brotli bytes by part
 */
export async function featureCosts(site) {
  const size = async (changes, features = {}) =>
    sizeOf(String((await compileScript({ ...site, mode: "invisible", ...changes }, features)).body));
  const costs = {};
  for (const [name, { with: on, without: off }] of Object.entries(FEATURES))
    costs[name] = (await size(on)) - (await size(off));
  costs["a tracked number of another country"] = (await size(foreign(site))) - (await size({}));
  costs["a condition that names a channel, in `parcours`"] =
    (await size(namingOne(site, { channel: "email" }))) - (await size(namingOne(site, { param: "p0" })));
  const parcours = await size({ mode: "parcours" });
  for (const [name, feature] of Object.entries(PARTS))
    costs[`${name}, in \`parcours\``] = parcours - (await size({ mode: "parcours" }, { [feature]: false }));
  return costs;
}
