import {
  insideHosts
} from "./chunk-HTBAKS4L.mjs";
import {
  ANSWER_LATE,
  MANAGER_SETTINGS,
  MODES,
  collectedTypes,
  heardManagers,
  matchesHost,
  mayStore,
  needsConsent,
  parsePhone
} from "./chunk-BN34JTAQ.mjs";

// src/vocabulary/features.ts
function modeFeatures(site) {
  const { conditions, probabilistic: isOffered } = MODES[site.mode];
  const collected = collectedTypes(site);
  return {
    conditions,
    storage: mayStore(site),
    consent: needsConsent(site),
    events: collected.length > 0,
    pagesEvents: collected.includes("pages"),
    pageEvents: collected.includes("page"),
    callClicks: collected.includes("call_click"),
    probabilistic: isOffered && site.probabilistic !== "off"
  };
}
var managersOf = ({ consent }, has) => has.consent || has.probabilistic ? heardManagers(consent.manager) : [];
function keysOf(when, into) {
  for (const [key, value] of Object.entries(when)) {
    into.add(key);
    if (key === "all" || key === "any") for (const child of value) keysOf(child, into);
    if (key === "not") keysOf(value, into);
  }
  return into;
}
function featuresOf(site) {
  const mode = modeFeatures(site);
  const conditions = mode.conditions ? site.conditions : [];
  const heard = managersOf(site, mode);
  const used = /* @__PURE__ */ new Set();
  for (const condition of conditions) keysOf(condition.when, used);
  const writtenDigits = (number) => site.plans[number]?.national.replace(/\D/g, "").length;
  const foreignNumbers = site.numbers.some(
    ({ id, number, tracked }) => [tracked, ...conditions.map((condition) => condition.numbers[id])].some((other) => {
      const code = site.plans[number]?.code ?? "";
      const isAlike = other?.length === number.length && other.startsWith(`+${code}`);
      return other !== void 0 && !(isAlike && writtenDigits(other) === writtenDigits(number));
    })
  );
  return {
    ...mode,
    auto: heard.length > 1,
    lateAnswers: heard.some((name) => ANSWER_LATE.includes(name)),
    serverCookie: site.cookie === "server",
    customIds: site.trackingIds.add.length > 0,
    lastTouch: site.entry === "last" || conditions.some((condition) => condition.touch === "last"),
    gpc: site.consent.gpc,
    foreignNumbers,
    guessPlans: false,
    waitToSwap: site.swapAt !== "parse",
    language: used.has("language"),
    device: used.has("device"),
    attributes: site.attributes.length > 0,
    images: site.images.length > 0,
    valueTrack: Object.keys(site.valueTrack).length > 0,
    cookieDomain: site.cookieDomain !== ""
  };
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

// src/endpoint/script/compileWhen.ts
var quote = (value) => JSON.stringify(value);
var globSource = (pattern) => pattern.replace(/[\\^$.*+?()[\]{}|/]/g, (char) => char === "*" ? ".*" : `\\${char}`);
function compilePattern(pattern, value) {
  if (!pattern.includes("*")) return `${value}===${quote(pattern)}`;
  const source = `^${globSource(pattern)}$`.replace(/^\^\.\*|\.\*\$$/g, "");
  return `/${source}/${source.includes(".*") ? "s" : ""}.test(${value})`;
}
function compileHosts(patterns, host) {
  if (patterns.length === 0) return "false";
  const sources = patterns.filter((pattern) => pattern.startsWith("*")).map((glob) => `^${globSource(glob)}$`);
  const hosts = patterns.filter((pattern) => !pattern.startsWith("*")).map(globSource);
  if (hosts.length > 0) sources.push(`(^|\\.)(${hosts.join("|")})$`);
  return `/${sources.join("|")}/i.test(${host})`;
}
function compileComparison(comparison, value) {
  const { is, in: values, starts, contains, like } = comparison;
  return [
    ...is === void 0 ? [] : [`${value}===${quote(is)}`],
    ...values ? [`${quote(values)}.includes(${value})`] : [],
    ...starts ? [`${value}.startsWith(${quote(starts)})`] : [],
    ...contains ? [`${value}.includes(${quote(contains)})`] : [],
    ...like === void 0 ? [] : [compilePattern(like, value)]
  ];
}
function compileWhen(when) {
  if ("all" in when) return `(${when.all.map(compileWhen).join("&&") || "true"})`;
  if ("any" in when) return `(${when.any.map(compileWhen).join("||") || "false"})`;
  if ("not" in when) return `!${compileWhen(when.not)}`;
  if ("param" in when) {
    const value = `param(${quote(when.param)})`;
    const comparisons = compileComparison(when, value);
    return `(${(when.is ? comparisons : [value, ...comparisons]).join("&&")})`;
  }
  if ("referrer" in when)
    return `(${matchesHost(when.referrer, "") ? "host&&" : ""}${compileHosts([when.referrer], "host")})`;
  if ("channel" in when)
    return `(${[when.channel].flat().map((channel) => `channel===${quote(channel)}`).join("||") || "false"})`;
  if ("landing" in when) return `(${compilePattern(when.landing, "url.pathname")})`;
  if ("page" in when) return `(${compilePattern(when.page, "new URL(view.url).pathname")})`;
  if ("pages" in when) {
    const { min, max } = when.pages;
    return `(${[min && `view.pages>=${min}`, max !== void 0 && `view.pages<=${max}`].filter(Boolean).join("&&") || "true"})`;
  }
  if ("language" in when) return `(/^${globSource(when.language)}(-|$)/i.test(view.language))`;
  if ("device" in when) return `(view.device===${quote(when.device)})`;
  return `isWithinHours(${quote(when.hours)},view.at)`;
}
var compileRules = (rules) => rules.map((when, index) => `${compileWhen(when)}?${index}:`).join("") + rules.length;

// src/endpoint/script/siteModule.ts
function pageSite(site) {
  const { name, carry, retentionDays, timeZone, visitorsPerDay, ...rest } = site;
  return { ...rest, plans: numberPlans(site) };
}
function consentSettings({ consent }) {
  const used = new Set(heardManagers(consent.manager).flatMap((name) => MANAGER_SETTINGS[name]));
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
function siteModule(page) {
  const has = featuresOf(page);
  const data = {
    key: page.key,
    mode: page.mode,
    numbers: page.numbers,
    plans: plansOf(page, has.foreignNumbers),
    ...(has.storage || has.probabilistic) && { endpoint: page.endpoint },
    ...has.storage && { visitorDays: page.visitorDays },
    ...has.conditions && { consent: consentSettings(page) },
    ...has.waitToSwap && { swapAt: page.swapAt },
    ...has.attributes && { attributes: page.attributes },
    ...has.valueTrack && has.events && { valueTrack: page.valueTrack },
    ...has.customIds && has.events && { trackingIds: page.trackingIds },
    ...has.cookieDomain && has.storage && { cookieDomain: page.cookieDomain },
    ...has.serverCookie && has.storage && { cookie: page.cookie },
    ...has.probabilistic && { probabilistic: page.probabilistic }
  };
  const image = has.images ? `image(src) { return [${page.images.map(({ src, ...rest }) => `${compilePattern(src, "src")}&&${JSON.stringify(rest)}`)}].find(Boolean); },` : "";
  if (!MODES[page.mode].conditions) {
    const always = page.numbers.flatMap(({ number, tracked }) => tracked ? { number, tracked } : []);
    return `export const site = ${JSON.stringify(data)};
    export const rules = { always: ${JSON.stringify(always)}, ${image} };`;
  }
  const conditions = page.conditions.map(({ id, source, numbers, touch }) => ({
    id,
    source,
    numbers,
    ...touch && { touch }
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

export {
  managersOf,
  featuresOf,
  pageSite,
  siteModule
};
