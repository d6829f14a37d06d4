import {
  insideHosts,
  swapsOf
} from "./chunk-GB72P2WS.mjs";
import {
  FACTS,
  compileHosts,
  compileParamRules,
  compilePattern,
  leafModule,
  leafName,
  parsePhone,
  quote
} from "./chunk-6QB7S2GP.mjs";

// src/vocabulary/when/leavesIn.ts
function leavesIn(when) {
  if ("all" in when) return when.all.flatMap(leavesIn);
  if ("any" in when) return when.any.flatMap(leavesIn);
  if ("not" in when) return leavesIn(when.not);
  return [when];
}

// src/vocabulary/when/compileRules.ts
var callName = (name) => `${name}Matches`;
function compileLeaf(leaf) {
  const { compile } = leafModule(leaf);
  if (compile) return `(${compile(leaf)})`;
  const name = leafName(leaf);
  const wanted = leaf[name];
  return `${callName(name)}(${quote(wanted)},{url,host,channel,view},${quote(leaf)})`;
}
function compileWhen(when) {
  if ("all" in when) return `(${when.all.map(compileWhen).join("&&") || "true"})`;
  if ("any" in when) return `(${when.any.map(compileWhen).join("||") || "false"})`;
  if ("not" in when) return `!${compileWhen(when.not)}`;
  return compileLeaf(when);
}
var compileRules = (rules) => rules.map((when, index) => `${compileWhen(when)}?${index}:`).join("") + rules.length;
function calledIn(rules) {
  const called = rules.flatMap(leavesIn).filter((leaf) => !leafModule(leaf).compile);
  return [...new Set(called.map(leafName))];
}

// src/endpoint/configuration/numberPlans.ts
import { Metadata } from "libphonenumber-js/max";
function numberPlan(e164) {
  const phone = parsePhone(e164);
  if (!phone) return void 0;
  const { country, nationalNumber, countryCallingCode: code } = phone;
  const national = phone.formatNational();
  const digits = national.replace(/\D/g, "");
  const written = digits.endsWith(nationalNumber) ? digits.slice(0, -nationalNumber.length) : "";
  if (!country) return { code, trunk: written, national };
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const numberingPlan = metadata.numberingPlan;
  const format = numberingPlan.formats().find(
    (candidate) => new RegExp(`^(?:${candidate.pattern()})$`).test(nationalNumber) && new RegExp(`^(?:${candidate.leadingDigitsPatterns().at(-1) ?? ""})`).test(nationalNumber)
  );
  const optional = !written || format?.nationalPrefixIsOptionalWhenFormattingInNationalFormat();
  const trunk = written || numberingPlan.nationalPrefix() || "";
  return { code, trunk, ...trunk && optional && { optional }, national };
}
function numberPlans(site) {
  const all = [
    ...site.numbers.flatMap(({ number, tracked }) => tracked ? [number, tracked] : [number]),
    ...site.conditions.flatMap(({ numbers }) => Object.values(numbers))
  ];
  const plans = {};
  for (const e164 of all) {
    const plan = numberPlan(e164);
    if (plan) plans[e164] = plan;
  }
  return plans;
}

// src/endpoint/script/siteModule.ts
function pageSite(site) {
  const { name, carry, retentionDays, timeZone, visitorsPerDay, ...rest } = site;
  return { ...rest, plans: numberPlans(site) };
}
function consentSettings({ consent }, managers) {
  const used = new Set(managers.flatMap((name) => FACTS[name].settings));
  return {
    ...Object.fromEntries([...used].map((name) => [name, consent[name]])),
    ...consent.gpc && { gpc: true },
    notice: consent.notice
  };
}
function plansOf(page, needsAll) {
  const owned = new Set(page.numbers.map(({ number }) => number));
  return Object.fromEntries(
    Object.entries(page.plans).filter(([number]) => needsAll || owned.has(number)).map(([number, { national, ...dialled }]) => [number, needsAll ? { ...dialled, national } : dialled])
  );
}
function siteModule(page, has, managers) {
  const data = {
    key: page.key,
    mode: page.mode,
    numbers: page.numbers,
    plans: plansOf(page, has.foreignNumbers),
    ...(has.storage || has.probabilistic) && { endpoint: page.endpoint },
    ...has.storage && { visitorDays: page.visitorDays },
    ...has.conditions && { consent: consentSettings(page, managers) },
    ...has.waitToSwap && { swapAt: page.swapAt },
    ...has.attributes && { attributes: page.attributes },
    ...has.valueTrack && has.events && { valueTrack: page.valueTrack },
    ...has.customIds && has.events && { trackingIds: page.trackingIds },
    ...has.cookieDomain && has.storage && { cookieDomain: page.cookieDomain },
    ...has.serverCookie && has.storage && { cookie: page.cookie },
    ...has.probabilistic && { probabilistic: page.probabilistic }
  };
  const image = has.images ? `image(src) { return [${page.images.map(({ src, ...rest }) => `${compilePattern(src, "src")}&&${JSON.stringify(rest)}`)}].find(Boolean); },` : "";
  if (!has.conditions)
    return `export const site = ${JSON.stringify(data)};
    export const rules = { always: ${JSON.stringify(swapsOf(page))}, ${image} };`;
  const conditions = page.conditions.map(({ when, ...rest }) => rest);
  const whens = page.conditions.map(({ when }) => when);
  const { keeps, keepsAsItIs } = compileParamRules(page.params);
  return `
    ${calledIn(whens).map((name) => `import { matches as ${callName(name)} } from "../vocabulary/rules/${name}.ts";`).join("\n")}
    export const site = ${JSON.stringify(data)};
    const conditions = ${JSON.stringify(conditions)};
    ${has.probabilistic ? "site.conditions = conditions;" : ""}
    const keepsAsItIs = ${keepsAsItIs};
    export const rules = {
      isInside: (host) => ${compileHosts(insideHosts(page), "host")},
      keepsAsItIs,
      keeps: ${keeps},
      winner({ url, host, channel, view }) {
        const param = (name) => url.searchParams.get(name);
        return conditions[${compileRules(whens)}];
      },
      ${has.lastTouch ? `entry: ${JSON.stringify(page.entry)},` : ""}
      ${image}
    };`;
}

export {
  leavesIn,
  pageSite,
  siteModule
};
