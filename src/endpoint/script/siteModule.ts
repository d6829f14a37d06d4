import type { AdapterName } from "../../managers/Adapter.ts";
import { FACTS } from "../../managers/facts.ts";
import { compileHosts, compilePattern } from "../../vocabulary/compilePatterns.ts";
import type { Features } from "../../vocabulary/features.ts";
import { insideHosts } from "../../vocabulary/insideHosts.ts";
import { compileParamRules } from "../../vocabulary/keptParams.ts";
import type { PageSite, Site } from "../../vocabulary/site.ts";
import { swapsOf } from "../../vocabulary/swapsOf.ts";
import { calledIn, callName, compileRules } from "../../vocabulary/when/compileRules.ts";
import { numberPlans } from "../configuration/numberPlans.ts";

/** A site as far as its script is concerned. */
export function pageSite(site: Site): PageSite {
  const { name, retentionDays, timeZone, visitorsPerDay, ...rest } = site;
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

/** The plans that the script reads. */
function plansOf(page: PageSite, needsAll: boolean): object {
  const owned = new Set(page.numbers.map(({ number }) => number));
  return Object.fromEntries(
    // A tracked number of the same country and length is written digit by digit: it needs no plan.
    Object.entries(page.plans).filter(([number]) => needsAll || owned.has(number)),
  );
}

/** By which of the page's own functions a channel is told, here or at the endpoint; by rule. */
function channelRules(has: Features): Record<string, string> {
  if (has.channels) return { tellChannel: "arrivalChannel" };
  return has.events ? { markLanding: "markedLanding" } : {};
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
  if (!has.conditions)
    return `export const site = ${JSON.stringify(data)};
    export const rules = { always: ${JSON.stringify(swapsOf(page))}, ${image} };`;
  const conditions = page.conditions.map(({ when, ...rest }) => rest);
  const whens = page.conditions.map(({ when }) => when);
  const channels = channelRules(has);
  const { keeps, keepsAsItIs } = compileParamRules(page.params);
  return `
    ${calledIn(whens)
      .map((name) => `import { matches as ${callName(name)} } from "../vocabulary/rules/${name}.ts";`)
      .join("\n")}
    import { paramIn } from "../vocabulary/paramIn.ts";
    ${Object.values(channels)
      .map((name) => `import { ${name} } from "../vocabulary/channels/${name}.ts";`)
      .join("\n")}
    export const site = ${JSON.stringify(data)};
    const conditions = ${JSON.stringify(conditions)};
    ${has.probabilistic ? "site.conditions = conditions;" : ""}
    const keepsAsItIs = ${keepsAsItIs};
    export const rules = {
      isInside: (host) => ${compileHosts(insideHosts(page), "host")},
      keepsAsItIs,
      keeps: ${keeps},
      ${Object.entries(channels)
        .map((pair) => `${pair.join(": ")},`)
        .join("")}
      winner({ url, host, channel, view }) {
        const param = (name) => paramIn(url, name);
        return conditions[${compileRules(whens)}];
      },
      ${has.lastTouch ? `entry: ${JSON.stringify(page.entry)},` : ""}
      ${image}
    };`;
}
