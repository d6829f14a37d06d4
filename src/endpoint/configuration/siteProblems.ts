import { FACTS } from "../../managers/facts.ts";
import { isTimeZone } from "../../vocabulary/isTimeZone.ts";
import type { ManagerName } from "../../vocabulary/managers.ts";
import { MODE_ALIASES, MODES, type ModeName } from "../../vocabulary/modes.ts";
import { isDefaultId } from "../../vocabulary/trackingIds.ts";
import { implies } from "../../vocabulary/when/implies.ts";
import { isSound } from "../../vocabulary/when/isSound.ts";
import { leafProblems } from "../../vocabulary/when/leafProblems.ts";
import type { When } from "../../vocabulary/when/When.ts";
import { memberPath } from "./jsonPath.ts";
import { isLoopback, normaliseOrigin } from "./normaliseOrigin.ts";
import type { Problem, ProblemCode } from "./Problem.ts";
import { parsePhone } from "./parsePhone.ts";
import { isRegion } from "./places.ts";
import { MAX_CARRIED_CONDITIONS } from "./siteSchema.ts";

/** Names of scripts that are no site's. */
const RESERVED_KEYS = ["mgt-debug"];

/** What the rules below find; the schema may have found other faults in the same value already. */
export interface Findings {
  errors: Problem[];
  warnings: Problem[];
}

type Json = Record<string, unknown>;
type Say = (path: string, code: ProblemCode, message: string, found: unknown, expected: string) => void;
interface Context {
  path: string;
  site: Json;
  mode: ModeName | undefined;
  error: Say;
  warn: Say;
}

// The file may hold anything anywhere: what has not the right type is the schema's business.
const record = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const records = (value: unknown, path: string) =>
  list(value).map((item, index) => ({ path: memberPath(path, index), value: record(item) }));

/** Says every value that an earlier one repeats. */
function unique(values: { path: string; value: unknown }[], what: string, error: Say): void {
  const seen = new Map<string, string>();
  for (const { path, value } of values) {
    const key = text(value);
    if (key === undefined) continue;
    const first = seen.get(key);
    const article = /^[aeiou]/.test(what) ? "an" : "a";
    if (first)
      error(path, "duplicate", `${what} "${key}" is taken by ${first}`, key, `${article} ${what} of its own`);
    else seen.set(key, path);
  }
}

/** Names become keys of plain objects: those that every object has already are refused. */
function unreserved(path: string, value: unknown, error: Say): void {
  const name = text(value);
  if (name !== undefined && name in {})
    error(path, "reserved", `"${name}" is reserved`, name, "another name");
}

function phone(path: string, value: unknown, { error, warn }: Context): void {
  const e164 = text(value);
  if (e164 === undefined) return;
  const parsed = parsePhone(e164);
  const expected = "phone number in E.164, such as +33184880001";
  if (!parsed) {
    const message = e164.startsWith("+")
      ? `"${e164}" is no phone number: its country, its length or its notation is wrong`
      : `"${e164}" is not in E.164: it starts with "+" and the country code, without spaces`;
    error(path, "phone", message, e164, expected);
  } else if (!parsed.isValid())
    warn(
      path,
      "phone",
      `"${e164}" is not a number in service in its country's plan`,
      e164,
      "a number in service",
    );
}

function numbers({ path, site, mode, error, warn, ...rest }: Context): void {
  const context = { path, site, mode, error, warn, ...rest };
  const all = records(site.numbers, `${path}.numbers`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.id`, value: entry.value.id })),
    "number id",
    error,
  );
  unique(
    all.map((entry) => ({ path: `${entry.path}.number`, value: entry.value.number })),
    "number",
    error,
  );
  for (const entry of all) {
    unreserved(`${entry.path}.id`, entry.value.id, error);
    phone(`${entry.path}.number`, entry.value.number, context);
    phone(`${entry.path}.tracked`, entry.value.tracked, context);
    if (mode && !MODES[mode].conditions && entry.value.tracked === undefined)
      warn(
        entry.path,
        "no_tracked",
        `mode ${mode} shows "tracked" always: this number is never replaced`,
        null,
        `"tracked"`,
      );
  }
  if (all.length === 0 && (site.numbers === undefined || Array.isArray(site.numbers)))
    warn(
      `${path}.numbers`,
      "no_numbers",
      "no number is replaced",
      site.numbers === undefined ? null : "no number",
      "at least one number",
    );
  owners(context);
}

/** A tracked number that is itself an owner's number, or that two sources share, blurs who called. */
function owners({ path, site, warn }: Context): void {
  const all = records(site.numbers, `${path}.numbers`);
  const owned = new Map(all.map(({ value }) => [text(value.number), text(value.id)]));
  const places = [
    ...all.map((entry) => ({
      path: `${entry.path}.tracked`,
      id: text(entry.value.id),
      value: text(entry.value.tracked),
    })),
    ...records(site.conditions, `${path}.conditions`).flatMap((condition) =>
      Object.entries(record(condition.value.numbers)).map(([id, value]) => ({
        path: memberPath(`${condition.path}.numbers`, id),
        id,
        value: text(value),
      })),
    ),
  ];
  const seen = new Map<string, string>();
  for (const place of places) {
    if (place.value === undefined) continue;
    const owner = owned.get(place.value);
    const first = seen.get(place.value);
    if (owner !== undefined && owner !== place.id)
      warn(
        place.path,
        "owner_number",
        `"${place.value}" is the owner's number "${owner}"`,
        place.value,
        "a tracked number",
      );
    else if (owner === undefined && first)
      warn(
        place.path,
        "shared_number",
        `"${place.value}" is shown at ${first} too: their calls cannot be told apart`,
        place.value,
        "a number of its own",
      );
    else seen.set(place.value, place.path);
  }
}

function conditions(context: Context): void {
  const { path, site, mode, error, warn } = context;
  const all = records(site.conditions, `${path}.conditions`);
  const ids = records(site.numbers, "").map(({ value }) => text(value.id));
  unique(
    all.map((entry) => ({ path: `${entry.path}.id`, value: entry.value.id })),
    "condition id",
    error,
  );
  const sound = all.filter(({ value }) => isSound(value.when));
  for (const entry of all) {
    unreserved(`${entry.path}.id`, entry.value.id, error);
    const shown = record(entry.value.numbers);
    for (const [id, tracked] of Object.entries(shown)) {
      const place = memberPath(`${entry.path}.numbers`, id);
      if (!ids.includes(id))
        error(place, "unknown_number", `no number of this site has the id "${id}"`, id, oneOf(ids));
      phone(place, tracked, context);
    }
    if (entry.value.numbers !== undefined && Object.keys(shown).length === 0)
      warn(
        `${entry.path}.numbers`,
        "no_effect",
        "this condition names a source but shows no number",
        "no number",
        "a tracked number",
      );
    if (entry.value.touch !== undefined && site.entry === "last")
      warn(
        `${entry.path}.touch`,
        "no_effect",
        `with "entry": "last" every entry replaces the one before`,
        entry.value.touch,
        `"entry": "first"`,
      );
    rule(`${entry.path}.when`, entry.value.when, context);
    const hiding = sound
      .slice(0, Math.max(sound.indexOf(entry), 0))
      .find((earlier) => implies(entry.value.when as When, earlier.value.when as When));
    if (hiding)
      warn(
        entry.path,
        "shadowed",
        `can never win: whenever it matches, the earlier condition "${hiding.value.id}" does too`,
        entry.value.id ?? null,
        "a rule that earlier conditions leave something to",
      );
  }
  if (all.length > 0 && mode && !MODES[mode].conditions)
    warn(
      `${path}.conditions`,
      "not_in_mode",
      `mode ${mode} ignores conditions`,
      mode,
      "a mode with conditions",
    );
  if (site.carry === true && all.length > MAX_CARRIED_CONDITIONS)
    error(
      `${path}.conditions`,
      "size",
      `${all.length} conditions cannot all be carried`,
      all.length,
      `at most ${MAX_CARRIED_CONDITIONS} with "carry"`,
    );
}

function rule(path: string, when: unknown, context: Context): void {
  const found = record(when);
  for (const [key, children] of Object.entries({ all: found.all, any: found.any }))
    for (const [index, child] of list(children).entries())
      rule(memberPath(`${path}.${key}`, index), child, context);
  if (found.not !== undefined) rule(`${path}.not`, found.not, context);
  for (const problem of leafProblems(found)) {
    const say = problem.isError ? context.error : context.warn;
    say(`${path}.${problem.at}`, problem.code, problem.message, problem.found, problem.expected);
  }
}

function timeZone(path: string, value: unknown, { error }: Context): void {
  const zone = text(value);
  if (zone !== undefined && !isTimeZone(zone))
    error(path, "time_zone", `"${zone}" is no known time zone`, zone, "IANA time zone, such as Europe/Paris");
}

function places(context: Context): void {
  const { path, site, error } = context;
  timeZone(`${path}.timeZone`, site.timeZone, context);
  const region = text(site.region);
  if (region !== undefined && !isRegion(region))
    error(
      `${path}.region`,
      "region",
      `"${region}" is no known country`,
      region,
      "country code of two capitals, such as FR",
    );
}

function origins({ path, site, mode, error, warn }: Context): void {
  const all = list(site.origins).map((value, index) => ({
    path: memberPath(`${path}.origins`, index),
    value: text(value),
  }));
  for (const entry of all) {
    if (entry.value === undefined) continue;
    const origin = normaliseOrigin(entry.value);
    if (origin === undefined)
      error(
        entry.path,
        "origin",
        `"${entry.value}" is no origin`,
        entry.value,
        "https://host[:port] or https://*.host, without a path",
      );
    else if (origin.startsWith("http:") && !isLoopback(origin))
      warn(
        entry.path,
        "insecure",
        `"${entry.value}" is not encrypted: the visitor id travels in the clear`,
        entry.value,
        "https",
      );
  }
  unique(
    all.map((entry) => ({ path: entry.path, value: entry.value && normaliseOrigin(entry.value) })),
    "origin",
    error,
  );
  if (
    all.length === 0 &&
    (site.origins === undefined || Array.isArray(site.origins)) &&
    mode &&
    MODES[mode].collects.length > 0
  )
    warn(
      `${path}.origins`,
      "no_origins",
      "the endpoint refuses what the pages send",
      site.origins === undefined ? null : "no origin",
      "the origins of the site's pages",
    );
}

function cookie({ path, site, mode, error, warn }: Context): void {
  const domain = text(site.cookieDomain)?.replace(/^\./, "").toLowerCase();
  if (site.cookie === "server" && !domain && (site.cookieDomain === undefined || domain === ""))
    error(
      `${path}.cookieDomain`,
      "required",
      `"cookieDomain" is missing: the endpoint sets the cookie for the site's domain`,
      site.cookieDomain ?? null,
      "domain such as example.com",
    );
  if (site.cookie === "server" && mode && MODES[mode].collects.length === 0)
    warn(
      `${path}.cookie`,
      "not_in_mode",
      `mode ${mode} sends no events: the endpoint has no occasion to set the cookie`,
      "server",
      `"script"`,
    );
  if (!domain) return;
  for (const [index, value] of list(site.origins).entries()) {
    const origin = text(value) && normaliseOrigin(value as string);
    if (!origin) continue;
    const host = origin.replace(/^\w+:\/\/(\*\.)?|:\d+$/g, "");
    if (host !== domain && !host.endsWith(`.${domain}`))
      warn(
        memberPath(`${path}.origins`, index),
        "cookie_domain",
        `"${origin}" lies outside cookieDomain "${domain}": browsers refuse the cookie there`,
        origin,
        `a host in ${domain}`,
      );
  }
}

function endpoint({ path, site, error, warn }: Context): void {
  const value = text(site.endpoint);
  if (!value) return;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    error(
      `${path}.endpoint`,
      "url",
      `"${value}" is no address of an endpoint`,
      value,
      "https://host[:port][/path]",
    );
  else if (url.protocol === "http:" && !isLoopback(url.origin))
    warn(
      `${path}.endpoint`,
      "insecure",
      `"${value}" is not encrypted: the visitor id travels in the clear`,
      value,
      "https",
    );
}

function modeLimits({ path, site, mode, error, warn }: Context): void {
  if (!mode) return;
  const { probabilistic } = site;
  if ((probabilistic === "refused" || probabilistic === "always") && !MODES[mode].probabilistic)
    error(
      `${path}.probabilistic`,
      "not_in_mode",
      `mode ${mode} has no probabilistic option`,
      probabilistic,
      `"off"`,
    );
  if (site.callClicks === true && !MODES[mode].callClicks)
    warn(
      `${path}.callClicks`,
      "not_in_mode",
      `mode ${mode} collects no taps on links`,
      true,
      "false, or a mode from origine up",
    );
}

function consent({ path, site, warn }: Context): void {
  const settings = record(site.consent);
  const { manager, vendor } = settings;
  const name = text(manager);
  if (name !== undefined && Object.hasOwn(FACTS, name)) {
    const { settings: used } = FACTS[name as ManagerName];
    for (const setting of ["key", "category", "vendor", "purposes"] as const)
      if (settings[setting] !== undefined && !used.includes(setting))
        warn(
          `${path}.consent.${setting}`,
          "no_effect",
          `${name} looks at ${used.join(" and ") || "the site's own calls alone"}`,
          settings[setting],
          "absent",
        );
  }
  if (name === "tcf" && (vendor === undefined || vendor === 0))
    warn(
      `${path}.consent.vendor`,
      "tcf_without_vendor",
      "without a vendor id the purposes alone decide",
      vendor ?? null,
      "an id of the Global Vendor List",
    );
}

function trackingIds({ path, site, error, warn }: Context): void {
  const all = records(record(site.trackingIds).add, `${path}.trackingIds.add`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.name`, value: entry.value.name })),
    "tracking id",
    error,
  );
  for (const entry of all) {
    const name = text(entry.value.name);
    unreserved(`${entry.path}.name`, name, error);
    if (name && isDefaultId(name))
      warn(`${entry.path}.name`, "duplicate", `"${name}" is collected by default`, name, "another name");
  }
}

function leftovers({ path, site, error, warn }: Context): void {
  const ids = records(site.numbers, "").map(({ value }) => text(value.id));
  for (const image of records(site.images, `${path}.images`)) {
    const id = text(image.value.number);
    if (id !== undefined && !ids.includes(id))
      error(
        `${image.path}.number`,
        "unknown_number",
        `no number of this site has the id "${id}"`,
        id,
        oneOf(ids),
      );
  }
  if (site.carry === true)
    warn(`${path}.carry`, "not_yet", "accepted, but this version does not carry sources yet", true, "false");
  for (const [index, name] of list(site.params).entries())
    if (text(name) && /^\*+$/.test(name as string))
      warn(
        memberPath(`${path}.params`, index),
        "keeps_everything",
        "every parameter of every URL is kept, personal data included",
        name,
        "names of parameters",
      );
  const { retentionDays, visitorDays = 30 } = site;
  if (typeof retentionDays === "number" && typeof visitorDays === "number" && retentionDays < visitorDays)
    warn(
      `${path}.retentionDays`,
      "retention",
      "events are purged before their visitor's cookie ends",
      retentionDays,
      `at least ${visitorDays}`,
    );
}

const oneOf = (ids: (string | undefined)[]) =>
  `one of ${ids.filter((id) => id !== undefined).join(", ") || "the site's numbers"}`;

const RULES = [
  numbers,
  conditions,
  places,
  origins,
  cookie,
  endpoint,
  modeLimits,
  consent,
  trackingIds,
  leftovers,
];

/** What is wrong with the meaning of the sites, beyond their shape. Takes any JSON. */
export function siteProblems(data: unknown): Findings {
  const findings: Findings = { errors: [], warnings: [] };
  const say =
    (to: Problem[]): Say =>
    (path, code, message, found, expected) =>
      void to.push({ path, code, message, found, expected });
  const error = say(findings.errors);
  const warn = say(findings.warnings);
  const sites = records(record(data).sites, "$.sites");
  unique(
    sites.map((site) => ({ path: `${site.path}.key`, value: site.value.key })),
    "site key",
    error,
  );
  for (const [index, { path, value: site }] of sites.entries()) {
    // Of what is no site nothing more is to be said.
    if (list(record(data).sites)[index] !== site) continue;
    const key = text(site.key);
    if (key && RESERVED_KEYS.includes(key))
      error(`${path}.key`, "reserved", `"${key}" is the script of the debug overlay`, key, "another key");
    const written = text(site.mode) ?? "";
    const name = Object.hasOwn(MODE_ALIASES, written) ? MODE_ALIASES[written] : written;
    const mode = name !== undefined && Object.hasOwn(MODES, name) ? (name as ModeName) : undefined;
    for (const check of RULES) check({ path, site, mode, error, warn });
  }
  return findings;
}
