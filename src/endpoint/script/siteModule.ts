import type { AdapterName } from "../../managers/Adapter.ts";
import { FACTS } from "../../managers/facts.ts";
import type { Features } from "../../vocabulary/features.ts";
import { insideHosts } from "../../vocabulary/insideHosts.ts";
import { MODES } from "../../vocabulary/modes.ts";
import type { PageSite, Site } from "../../vocabulary/site.ts";
import { numberPlans } from "../configuration/numberPlans.ts";
import { compileHosts, compilePattern, compileRules } from "./compileWhen.ts";

/** A site as far as its script is concerned. */
export function pageSite(site: Site): PageSite {
  const { name, carry, retentionDays, timeZone, visitorsPerDay, ...rest } = site;
  return { ...rest, plans: numberPlans(site) };
}

/** What of `consent` the script reads itself or hands to the adapters that it has. */
function consentSettings({ consent }: PageSite, managers: readonly AdapterName[]): object {
  const used = new Set(managers.flatMap((name) => FACTS[name].settings));
  return {
    ...Object.fromEntries([...used].map((name) => [name, consent[name]])),
    ...(consent.gpc && { gpc: true }),
    notice: consent.notice,
  };
}

/** The plan without what the script does not read. */
function plansOf(page: PageSite, needsAll: boolean): object {
  const owned = new Set(page.numbers.map(({ number }) => number));
  return Object.fromEntries(
    Object.entries(page.plans)
      // A tracked number of the same country and length is written digit by digit: it needs no plan.
      .filter(([number]) => needsAll || owned.has(number))
      .map(([number, { national, ...dialled }]) => [number, needsAll ? { ...dialled, national } : dialled]),
  );
}

/**
 * The module that stands in the place of `src/page/ground/site.ts` in the script of one site: its configuration
 * as far as the script reads it, and its rules as code.
 *
 * @param managers those that the script hears
 */
export function siteModule(page: PageSite, has: Features, managers: readonly AdapterName[]): string {
  const data = {
    key: page.key,
    mode: page.mode,
    numbers: page.numbers,
    plans: plansOf(page, has.foreignNumbers),
    ...((has.storage || has.probabilistic) && { endpoint: page.endpoint }),
    ...(has.storage && { visitorDays: page.visitorDays }),
    ...(has.conditions && { consent: consentSettings(page, managers) }),
    ...(has.waitToSwap && { swapAt: page.swapAt }),
    ...(has.attributes && { attributes: page.attributes }),
    ...(has.valueTrack && has.events && { valueTrack: page.valueTrack }),
    ...(has.customIds && has.events && { trackingIds: page.trackingIds }),
    ...(has.cookieDomain && has.storage && { cookieDomain: page.cookieDomain }),
    ...(has.serverCookie && has.storage && { cookie: page.cookie }),
    ...(has.probabilistic && { probabilistic: page.probabilistic }),
  };
  const image = has.images
    ? `image(src) { return [${page.images.map(({ src, ...rest }) => `${compilePattern(src, "src")}&&${JSON.stringify(rest)}`)}].find(Boolean); },`
    : "";
  if (!MODES[page.mode].conditions) {
    const always = page.numbers.flatMap(({ number, tracked }) => (tracked ? { number, tracked } : []));
    return `export const site = ${JSON.stringify(data)};
    export const rules = { always: ${JSON.stringify(always)}, ${image} };`;
  }
  const conditions = page.conditions.map(({ id, source, numbers, touch }) => ({
    id,
    source,
    numbers,
    ...(touch && { touch }),
  }));
  const inside = insideHosts(page);
  const globs = page.params.filter((name) => name.includes("*"));
  const names = page.params.filter((name) => !name.includes("*"));
  return `
    import { isWithinHours } from "./entry/isWithinHours.ts";
    export const site = ${JSON.stringify(data)};
    const conditions = ${JSON.stringify(conditions)};
    ${has.probabilistic ? "site.conditions = conditions;" : ""}
    const keepsAsItIs = (name) => ${JSON.stringify(names)}.includes(name);
    export const rules = {
      isInside: (host) => ${compileHosts(inside, "host")},
      keepsAsItIs,
      keeps: (name) => ${["keepsAsItIs(name)", ...globs.map((glob) => compilePattern(glob, "name"))].join("||")},
      winner({ url, host, channel, view }) {
        const param = (name) => url.searchParams.get(name);
        return conditions[${compileRules(page.conditions.map(({ when }) => when))}];
      },
      ${has.lastTouch ? `entry: ${JSON.stringify(page.entry)},` : ""}
      ${image}
    };`;
}
