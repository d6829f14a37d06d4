import {
  DEFAULT_PARAMS,
  LEAF_NAMES,
  MANAGERS,
  MANAGER_SETTINGS,
  MODES,
  MODE_ALIASES,
  choice,
  flag,
  form,
  isTimeZone,
  keptParams,
  leafModule,
  list,
  moduleOf,
  name,
  parsePhone,
  ref,
  shape,
  text,
  whole
} from "./chunk-FRZUA2QC.mjs";
import {
  packageRoot
} from "./chunk-EKFFRSDW.mjs";
import {
  MAX_DEPTH,
  lineAndColumn,
  memberPath,
  pointerPath,
  scanJson
} from "./chunk-JPWWSZFR.mjs";

// src/endpoint/configuration/readConfiguration.ts
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";

// src/endpoint/configuration/completeSite.ts
import { domainToASCII } from "node:url";

// src/vocabulary/pageDefaults.ts
var REFERRER_IGNORE = [
  "paypal.com",
  "stripe.com",
  "paybox.com",
  "systempay.fr",
  "payplug.com",
  "adyen.com",
  "mollie.com",
  "klarna.com"
];
function pageDefaults(input) {
  return {
    visitorDays: 30,
    numbers: [],
    conditions: [],
    probabilistic: "off",
    origins: [],
    referrerIgnore: REFERRER_IGNORE,
    attributes: [],
    images: [],
    swapAt: "auto",
    valueTrack: {},
    plans: {},
    ...input,
    params: keptParams(input),
    trackingIds: { add: [], ...input.trackingIds },
    mode: MODE_ALIASES[input.mode] || input.mode,
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      category: "analytics",
      gpc: true,
      ...input.consent
    }
  };
}

// src/vocabulary/siteDefaults.ts
function siteDefaults(input) {
  const page = pageDefaults(input);
  return {
    entry: "first",
    sessionMinutes: 30,
    region: "FR",
    endpoint: "",
    cookie: "script",
    cookieDomain: "",
    callClicks: false,
    ...page,
    consent: { rotation: "exempt", notice: "", ...page.consent }
  };
}

// src/vocabulary/when/completeWhen.ts
function completeWhen(when, completion) {
  const deeper = (child) => completeWhen(child, completion);
  if ("all" in when) return { all: when.all.map(deeper) };
  if ("any" in when) return { any: when.any.map(deeper) };
  if ("not" in when) return { not: deeper(when.not) };
  return leafModule(when).complete?.(when, completion) ?? when;
}

// src/endpoint/configuration/normaliseOrigin.ts
var STAR = "mgt-any.";
function normaliseOrigin(origin) {
  const wildcard = /^https?:\/\/\*\./i.test(origin);
  const plain = wildcard ? origin.replace("*.", STAR) : origin;
  if (!/^https?:\/\/[^\s/?#@*\\]+$/i.test(plain) || !URL.canParse(plain)) return void 0;
  const url = new URL(plain);
  return wildcard ? url.origin.replace(STAR, "*.") : url.origin;
}
function isLoopback(origin) {
  const { hostname } = new URL(origin.replace("*.", STAR));
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

// src/endpoint/configuration/completeSite.ts
function completeSite(input) {
  const site2 = withoutNulls(input);
  const { plans: _plans, ...page } = siteDefaults(site2);
  const timeZone2 = site2.timeZone ?? "Europe/Paris";
  return {
    name: page.key,
    carry: false,
    retentionDays: page.visitorDays,
    visitorsPerDay: 0,
    ...page,
    timeZone: timeZone2,
    origins: page.origins.map((origin) => normaliseOrigin(origin) ?? origin),
    endpoint: page.endpoint.replace(/\/+$/, ""),
    cookieDomain: page.cookieDomain.replace(/^\./, "").toLowerCase(),
    referrerIgnore: page.referrerIgnore.map(asciiHost),
    conditions: page.conditions.map((condition) => ({
      ...condition,
      when: completeWhen(condition.when, { timeZone: timeZone2, asciiHost })
    }))
  };
}
function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== void 0);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)]));
}
var asciiHost = (host) => host.toLowerCase().split(".").map((label) => /[^ -~]/.test(label) ? domainToASCII(label) || label : label).join(".");

// src/endpoint/configuration/schemaProblems.ts
import { Ajv2020 } from "ajv/dist/2020.js";

// src/vocabulary/when/whenSchema.ts
var BESIDE = Object.fromEntries(
  LEAF_NAMES.flatMap(
    (name2) => Object.keys(moduleOf(name2).schema()).filter((key) => key !== name2).map((key) => [key, name2])
  )
);
var joined = (description) => ({ type: "array", minItems: 1, items: ref("when"), description });
var whenSchema = shape(
  "A rule: exactly one of `all`, `any`, `not` or one leaf. Globs: `*` is any run of characters.",
  {
    all: joined("Every one of these rules holds."),
    any: joined("At least one of these rules holds."),
    not: ref("when", "The rule does not hold."),
    ...Object.assign({}, ...LEAF_NAMES.map((name2) => moduleOf(name2).schema()))
  },
  {
    oneOf: ["all", "any", "not", ...LEAF_NAMES].map((key) => ({ required: [key] })),
    dependentRequired: Object.fromEntries(Object.entries(BESIDE).map(([key, name2]) => [key, [name2]])),
    maxProperties: 2
  }
);

// src/endpoint/configuration/nearest.ts
function nearest(word, candidates) {
  if (word.length > 40) return void 0;
  const limit = word.length > 4 ? 2 : 1;
  const [best] = candidates.map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) })).filter(({ edits }) => edits <= limit).sort((a, b) => a.edits - b.edits);
  return best?.candidate;
}
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (r, c) => rows[r]?.[c] ?? 0;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, at(i - 2, j - 2) + 1);
      row.push(edits);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

// src/endpoint/configuration/siteSchema.ts
var MAX_CARRIED_CONDITIONS = 64;
var site = shape(
  "One site: one configuration, one key, one script `/{key}.js`.",
  {
    key: form(
      "3 to 64 of a-z, 0-9 and -",
      "^[a-z0-9-]{3,64}$",
      "Name of the site in the script's URL: 3 to 64 of `a-z`, `0-9` and `-`."
    ),
    name: name("Readable name; default: the key."),
    origins: list(
      "Who may load the script and post: `https://host[:port]`, or `https://*.host` for its subdomains.",
      ref("origin")
    ),
    mode: choice("What is shown, stored and collected.", [
      ...Object.keys(MODES),
      ...Object.keys(MODE_ALIASES)
    ]),
    entry: choice(
      "Which entry decides: the first one, or each new one in place of the last.",
      ["first", "last"],
      "first"
    ),
    visitorDays: whole("Life of the cookie, days from its first setting.", 1, 395, 30),
    sessionMinutes: whole("Page views less than this apart are one visit, minutes.", 1, 1440, 30),
    region: ref("region", "Country whose national form the page uses, ISO 3166-1, such as `FR`."),
    numbers: list(
      "Phone numbers as the site shows them.",
      shape(
        "One phone number of the site.",
        {
          id: ref("id", "Name of the number in conditions and in `data-mgt-swap`."),
          number: ref("phone", "The owner's number, E.164."),
          tracked: ref(
            "phone",
            "Shown in its place when no condition matches, E.164; mode `invisible` uses it always."
          )
        },
        { required: ["id", "number"] }
      ),
      { uniqueItems: false }
    ),
    conditions: list(
      "Rules in order: the first that matches wins.",
      shape(
        "One named rule and the numbers that it shows.",
        {
          id: ref("id", "Name of the condition in reports."),
          source: name("Readable name of where the visitor came from."),
          when: ref("when", "The rule that an arrival or a page view must meet."),
          numbers: {
            type: "object",
            description: "Number id \u2192 tracked number, E.164.",
            propertyNames: ref("id"),
            additionalProperties: ref("phone")
          },
          touch: choice(
            'In a site of `"entry": "first"`: an entry that this condition wins replaces the first one.',
            ["last"]
          )
        },
        { required: ["id", "source", "when", "numbers"] }
      ),
      { uniqueItems: false }
    ),
    trackingIds: shape("Ids collected on the page of entry, besides the default ones.", {
      add: list(
        "Ids of the owner's own.",
        shape(
          "One id and where it is found.",
          {
            name: ref("id", "Name under which it is sent."),
            from: choice("Where it is found.", ["cookie", "param", "localStorage", "window"]),
            key: name("Name of the cookie, parameter or item; for `window` a path such as `app.user.id`.")
          },
          { required: ["name", "from", "key"] }
        ),
        { uniqueItems: false, maxItems: 20 }
      )
    }),
    consent: shape("The consent manager, and what a yes is.", {
      manager: {
        ...choice(
          "The manager that is heard; `auto`: every one that is found; `manual`: only `mgt('consent', \u2026)`.",
          ["auto", ...MANAGERS],
          "auto"
        )
      },
      key: { ...name("Our vendor, service or purpose in the manager."), default: "magnetis" },
      purposes: list(
        "TCF purposes that must all be consented.",
        { type: "integer", minimum: 1, maximum: 11 },
        { minItems: 1, default: [1, 8] }
      ),
      vendor: whole("Id in the IAB Global Vendor List; 0: none, the purposes alone decide.", 0, 65535, 0),
      category: {
        ...name("Category, group or consent type, in managers that know no vendors."),
        default: "analytics"
      },
      rotation: choice("Whether mode `rotation` waits for consent.", ["exempt", "required"], "exempt"),
      gpc: flag("Global Privacy Control is heard as a refusal.", true),
      notice: text("Version of the notice that the visitor reads, kept with each consent.")
    }),
    probabilistic: choice(
      "Cookieless level 1: never, after a refusal, or for everyone without any cookie.",
      ["off", "refused", "always"],
      "off"
    ),
    endpoint: text("Where events go; default: where the script came from.", 2e3),
    cookie: choice(
      "Who sets the cookie: the script, or a first-party endpoint (then `cookieDomain` is required).",
      ["script", "server"],
      "script"
    ),
    cookieDomain: {
      ...form(
        "domain such as example.com",
        "^(\\.?[^\\s/:?#@*.]+(\\.[^\\s/:?#@*.]+)*)?$",
        "`Domain` of the cookie, such as `example.com`."
      )
    },
    carry: flag("Same-site links carry the condition's short code while nothing may be stored.", false),
    callClicks: flag("Taps on `tel:` links are collected.", false),
    params: list(
      "Query parameters kept in URLs: names, or globs.",
      name("A name, or a glob such as `utm_*`."),
      { default: DEFAULT_PARAMS }
    ),
    referrerIgnore: list("Hosts whose round trip is not an entry; default: payment providers.", ref("host")),
    attributes: list(
      "Attributes in which numbers are swapped, besides `aria-label`, `title` and `alt`.",
      form("name of an attribute, such as data-phone", "^[A-Za-z_][A-Za-z0-9_:.-]*$")
    ),
    images: list(
      "Images that show a number, and the ones that take their place.",
      shape(
        "One image, or several by a glob.",
        {
          src: name("Glob on the image's URL."),
          number: ref("id", "Id of the number that it shows."),
          srcFor: {
            type: "object",
            additionalProperties: name("URL of the image."),
            description: "Tracked number, E.164 \u2192 URL of the image that shows it."
          }
        },
        { required: ["src", "number", "srcFor"] }
      )
    ),
    swapAt: choice(
      "When the page is first changed: `auto` waits for hydration where a framework hydrates.",
      ["auto", "parse", "load"],
      "auto"
    ),
    valueTrack: {
      type: "object",
      propertyNames: form("name of a ValueTrack parameter", "^[a-z][a-z0-9_]*$"),
      additionalProperties: name("The owner's parameter."),
      description: "Google Ads ValueTrack name \u2192 the owner's parameter name."
    },
    retentionDays: whole("Days that events are kept, at most 25 months; default `visitorDays`.", 1, 760),
    timeZone: {
      ...ref("timeZone", "IANA time zone of the days in reports."),
      default: "Europe/Paris"
    },
    visitorsPerDay: {
      type: "number",
      minimum: 0,
      maximum: 1e9,
      default: 0,
      description: "The owner's estimate of daily visitors until 28 days are counted; 0: unknown."
    }
  },
  { required: ["key", "mode"] }
);
var siteSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "mgt configuration",
  ...shape(
    "One file, many sites.",
    {
      $schema: text("Address of this schema, for editors.", 2e3),
      sites: { type: "array", minItems: 1, items: ref("site"), description: "The sites." }
    },
    { required: ["sites"] }
  ),
  $defs: {
    site,
    when: whenSchema,
    phone: form("phone number in E.164, such as +33184880001", "^\\+[1-9][0-9]{5,14}$"),
    id: form("1 to 64 of a-z, A-Z, 0-9, _, . and -", "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"),
    host: form(
      "host such as example.com, or *.example.com, without scheme or path",
      "^[^\\s/:?#@]+$",
      "A host; `*` is any run of characters."
    ),
    path: form(
      "path such as /prices or /blog/*, without host, query or fragment",
      "^[/*][^?#\\s]*$",
      "A path; `*` is any run of characters.",
      2e3
    ),
    origin: form(
      "https://host[:port] or https://*.host, without a path",
      "^[Hh][Tt][Tt][Pp][Ss]?://(\\*\\.)?[^\\s/?#@*\\\\]+$"
    ),
    timeZone: form("IANA time zone, such as Europe/Paris", "^[A-Za-z][A-Za-z0-9_+/-]*$"),
    region: form("country code of two capitals, such as FR", "^[A-Z]{2}$"),
    time: form("time HH:MM from 00:00 to 23:59", "^([01][0-9]|2[0-3]):[0-5][0-9]$"),
    endTime: form("time HH:MM from 00:00 to 24:00", "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")
  }
};

// src/endpoint/configuration/schemaProblems.ts
var compiled;
var validator = () => {
  compiled ??= new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictRequired: false
  }).compile(siteSchema);
  return compiled;
};
var PATTERN_CODES = {
  phone: "phone",
  origin: "origin",
  timeZone: "time_zone",
  region: "region"
};
var plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
var least = (noun, code) => (error) => ({
  code,
  expected: `at least ${plural(error.params.limit, noun)}`
});
var most = (noun, code) => (error) => ({
  code,
  expected: `at most ${plural(error.params.limit, noun)}`
});
var bound = (error) => ({
  code: "range",
  expected: `from ${error.parentSchema?.minimum} to ${error.parentSchema?.maximum}`
});
var READINGS = {
  type: (error) => ({
    code: "type",
    expected: [error.params.type].flat().join(" or ")
  }),
  required: (error, path) => ({
    code: "required",
    path: memberPath(path, error.params.missingProperty),
    message: `"${error.params.missingProperty}" is missing`,
    found: null,
    expected: expectation(error.parentSchema?.properties?.[error.params.missingProperty])
  }),
  additionalProperties: (error, path) => {
    const key = String(error.params.additionalProperty);
    const known = Object.keys(error.parentSchema?.properties ?? {});
    const meant = nearest(key, known);
    return {
      code: "unknown_key",
      path: memberPath(path, key),
      message: `unknown key "${key}"${meant ? `, did you mean "${meant}"?` : ""}`,
      found: key,
      expected: `one of ${known.join(", ")}`
    };
  },
  dependentRequired: (error, path) => ({
    code: "unknown_key",
    path: memberPath(path, error.params.property),
    message: `"${error.params.property}" goes with "${error.params.missingProperty}" only`,
    found: error.params.property,
    expected: `"${error.params.missingProperty}" beside it`
  }),
  propertyNames: (error, path) => ({
    code: "pattern",
    path: memberPath(path, error.params.propertyName),
    message: `"${error.params.propertyName}" is no valid name here`,
    found: error.params.propertyName,
    expected: expectation(error.parentSchema?.propertyNames)
  }),
  enum: (error) => {
    const values = error.params.allowedValues;
    const meant = typeof error.data === "string" ? nearest(error.data, values) : void 0;
    return {
      code: "enum",
      expected: `one of ${values.join(", ")}`,
      ...meant ? { message: `unknown value "${error.data}", did you mean "${meant}"?` } : {}
    };
  },
  pattern: (error) => ({
    code: PATTERN_CODES[/\$defs\/(\w+)\/pattern$/.exec(error.schemaPath)?.[1] ?? ""] ?? "pattern",
    expected: error.parentSchema?.title ?? error.params.pattern
  }),
  minimum: bound,
  maximum: bound,
  minLength: least("character", "length"),
  maxLength: most("character", "length"),
  minItems: least("element", "size"),
  maxItems: most("element", "size"),
  minProperties: least("key", "size"),
  // Only rules bound their number of keys.
  maxProperties: (error) => ({
    code: "one_of",
    message: `"param" takes at most one comparison`,
    found: Object.keys(error.data),
    expected: `one of ${Object.keys(BESIDE).join(", ")}`
  }),
  uniqueItems: (error, path) => ({
    code: "duplicate",
    path: memberPath(path, Math.max(error.params.i, error.params.j)),
    found: error.data[Math.max(error.params.i, error.params.j)],
    message: `the same as element ${Math.min(error.params.i, error.params.j)}`,
    expected: "each element once"
  }),
  oneOf: (error) => {
    const keys = Object.keys(error.data);
    return {
      code: "one_of",
      message: keys.length === 0 ? "an empty rule" : `a rule holds exactly one test, found ${keys.join(", ")}`,
      found: keys,
      expected: `exactly one of ${error.schema.map(({ required }) => required[0]).join(", ")}`
    };
  }
};
function schemaProblems(data) {
  const validate = validator();
  if (validate(data)) return [];
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !/\/oneOf\/\d/.test(schemaPath));
  const at = (keyword) => new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath));
  const unknown = at("additionalProperties");
  const stray = at("dependentRequired");
  const several = at("oneOf");
  const named = at("propertyNames");
  const problems = /* @__PURE__ */ new Map();
  for (const error of errors) {
    const { keyword, instancePath, data: value } = error;
    const reading = READINGS[keyword];
    if (!reading) continue;
    if (keyword === "oneOf" && kind(value) !== "object") continue;
    if (keyword === "oneOf" && isEmptyRule(error) && (unknown.has(instancePath) || stray.has(instancePath)))
      continue;
    if (keyword === "maxProperties" && (several.has(instancePath) || unknown.has(instancePath) || stray.has(instancePath)))
      continue;
    if (error.propertyName !== void 0 && named.has(instancePath)) continue;
    const base = pointerPath(instancePath, data);
    const { code, path = base, message, expected, found = bounded(value) } = reading(error, base);
    const problem = {
      path,
      code,
      message: message ?? sentence(found, expected),
      found: bounded(found),
      expected
    };
    const id = `${path} ${code}`;
    if (!problems.has(id)) problems.set(id, problem);
  }
  return [...problems.values()];
}
var isEmptyRule = (error) => error.params.passingSchemas === null;
var sentence = (found, expected) => `expected ${expected}, found ${typeof found === "string" ? `"${found}"` : JSON.stringify(found)}`;
function expectation(schema = {}) {
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  const definition = /\$defs\/(\w+)$/.exec(schema.$ref ?? "")?.[1];
  const target = definition ? siteSchema.$defs[definition] : schema;
  return target?.title ?? schema.type ?? "a rule";
}
var kind = (value) => value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
function bounded(value) {
  if (typeof value === "string") return value.length > 200 ? `${value.slice(0, 200)}\u2026` : value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.slice(0, 20);
  return typeof value === "object" && value !== null ? kind(value) : value;
}

// src/vocabulary/trackingIds.ts
var URL_IDS = "gclid gbraid wbraid fbclid msclkid";
var MAX_ID_LENGTH = 512;
function addCookieIds(ids, cookies) {
  for (const name2 of Object.keys(cookies)) {
    const raw = cookies[name2].slice(0, MAX_ID_LENGTH);
    const part = (pattern) => pattern.exec(raw)?.[1] || "";
    if (name2 === "_ga") ids[name2] = { raw, client_id: part(/(\d+\.\d+)$/) };
    if (/^_pk_id/.test(name2)) ids._pk_id = { raw, visitor_id: part(/^([^.]+)/) };
    if (/^_ga_/.test(name2))
      ids[name2] = {
        raw,
        session_id: part(/(?:^GS1\.\d+\.|[.$]s)(\d+)/),
        session_number: part(/(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/)
      };
  }
}
function isDefaultId(id) {
  const ids = {};
  addCookieIds(ids, { [id]: "" });
  return id === "valueTracks" || URL_IDS.split(" ").includes(id) || Object.hasOwn(ids, id);
}
var keptTrackingIds = (ids, own) => Object.fromEntries(
  Object.entries(ids).filter(([id]) => own.some(({ name: name2 }) => name2 === id) || isDefaultId(id))
);

// src/vocabulary/when/implies.ts
var MAX_COMPARED_DEPTH = 8;
var written = /* @__PURE__ */ new WeakMap();
function implies(rule2, other, depth = 0) {
  if (depth > MAX_COMPARED_DEPTH) return false;
  const deeper = (one, another) => implies(one, another, depth + 1);
  const a = rule2;
  const b = other;
  if (form2(rule2) === form2(other)) return true;
  if (a.any) return a.any.every((child) => deeper(child, other));
  if (b.all) return b.all.every((child) => deeper(rule2, child));
  if (b.any?.some((child) => deeper(rule2, child))) return true;
  if (a.all) return a.all.some((child) => deeper(child, other));
  if (a.not && b.not) return deeper(b.not, a.not);
  return leafImplies(rule2, other);
}
function leafImplies(leaf, other) {
  const name2 = LEAF_NAMES.find((one) => one in leaf && one in other);
  return (name2 && moduleOf(name2).implies?.(leaf, other)) ?? false;
}
function form2(rule2) {
  const known = written.get(rule2);
  if (known !== void 0) return known;
  const made = canonical(rule2);
  written.set(rule2, made);
  return made;
}
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return `{${entries.map(([key, item]) => `${key}:${canonical(item)}`).join()}}`;
}

// src/vocabulary/when/isSound.ts
function isSound(when) {
  if (typeof when !== "object" || when === null || Array.isArray(when)) return false;
  const rule2 = when;
  const own = Object.keys(rule2).filter((key) => !Object.hasOwn(BESIDE, key));
  const joined2 = [rule2.all, rule2.any].filter((children) => children !== void 0);
  return own.length === 1 && joined2.every(
    (children) => Array.isArray(children) && children.length > 0 && children.every((child) => isSound(child))
  ) && (rule2.not === void 0 || isSound(rule2.not)) && LEAF_NAMES.every((name2) => !Object.hasOwn(rule2, name2) || (moduleOf(name2).isSound?.(rule2) ?? true));
}

// src/vocabulary/when/leafProblems.ts
var leafProblems = (rule2) => LEAF_NAMES.filter((name2) => Object.hasOwn(rule2, name2)).flatMap(
  (name2) => moduleOf(name2).problems?.(rule2) ?? []
);

// src/endpoint/configuration/places.ts
import { isSupportedCountry } from "libphonenumber-js/max";
var isRegion = (code) => isSupportedCountry(code);

// src/endpoint/configuration/siteProblems.ts
var RESERVED_KEYS = ["mgt-debug"];
var record = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var list2 = (value) => Array.isArray(value) ? value : [];
var text2 = (value) => typeof value === "string" ? value : void 0;
var records = (value, path) => list2(value).map((item, index) => ({ path: memberPath(path, index), value: record(item) }));
function unique(values, what, error) {
  const seen = /* @__PURE__ */ new Map();
  for (const { path, value } of values) {
    const key = text2(value);
    if (key === void 0) continue;
    const first = seen.get(key);
    const article = /^[aeiou]/.test(what) ? "an" : "a";
    if (first)
      error(path, "duplicate", `${what} "${key}" is taken by ${first}`, key, `${article} ${what} of its own`);
    else seen.set(key, path);
  }
}
function unreserved(path, value, error) {
  const name2 = text2(value);
  if (name2 !== void 0 && name2 in {})
    error(path, "reserved", `"${name2}" is reserved`, name2, "another name");
}
function phone(path, value, { error, warn }) {
  const e164 = text2(value);
  if (e164 === void 0) return;
  const parsed = parsePhone(e164);
  const expected = "phone number in E.164, such as +33184880001";
  if (!parsed) {
    const message = e164.startsWith("+") ? `"${e164}" is no phone number: its country, its length or its notation is wrong` : `"${e164}" is not in E.164: it starts with "+" and the country code, without spaces`;
    error(path, "phone", message, e164, expected);
  } else if (!parsed.isValid())
    warn(
      path,
      "phone",
      `"${e164}" is not a number in service in its country's plan`,
      e164,
      "a number in service"
    );
}
function numbers({ path, site: site2, mode, error, warn, ...rest }) {
  const context = { path, site: site2, mode, error, warn, ...rest };
  const all = records(site2.numbers, `${path}.numbers`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.id`, value: entry.value.id })),
    "number id",
    error
  );
  unique(
    all.map((entry) => ({ path: `${entry.path}.number`, value: entry.value.number })),
    "number",
    error
  );
  for (const entry of all) {
    unreserved(`${entry.path}.id`, entry.value.id, error);
    phone(`${entry.path}.number`, entry.value.number, context);
    phone(`${entry.path}.tracked`, entry.value.tracked, context);
    if (mode && !MODES[mode].conditions && entry.value.tracked === void 0)
      warn(
        entry.path,
        "no_tracked",
        `mode ${mode} shows "tracked" always: this number is never replaced`,
        null,
        `"tracked"`
      );
  }
  if (all.length === 0 && (site2.numbers === void 0 || Array.isArray(site2.numbers)))
    warn(
      `${path}.numbers`,
      "no_numbers",
      "no number is replaced",
      site2.numbers === void 0 ? null : "no number",
      "at least one number"
    );
  owners(context);
}
function owners({ path, site: site2, warn }) {
  const all = records(site2.numbers, `${path}.numbers`);
  const owned = new Map(all.map(({ value }) => [text2(value.number), text2(value.id)]));
  const places2 = [
    ...all.map((entry) => ({
      path: `${entry.path}.tracked`,
      id: text2(entry.value.id),
      value: text2(entry.value.tracked)
    })),
    ...records(site2.conditions, `${path}.conditions`).flatMap(
      (condition) => Object.entries(record(condition.value.numbers)).map(([id, value]) => ({
        path: memberPath(`${condition.path}.numbers`, id),
        id,
        value: text2(value)
      }))
    )
  ];
  const seen = /* @__PURE__ */ new Map();
  for (const place of places2) {
    if (place.value === void 0) continue;
    const owner = owned.get(place.value);
    const first = seen.get(place.value);
    if (owner !== void 0 && owner !== place.id)
      warn(
        place.path,
        "owner_number",
        `"${place.value}" is the owner's number "${owner}"`,
        place.value,
        "a tracked number"
      );
    else if (owner === void 0 && first)
      warn(
        place.path,
        "shared_number",
        `"${place.value}" is shown at ${first} too: their calls cannot be told apart`,
        place.value,
        "a number of its own"
      );
    else seen.set(place.value, place.path);
  }
}
function conditions(context) {
  const { path, site: site2, mode, error, warn } = context;
  const all = records(site2.conditions, `${path}.conditions`);
  const ids = records(site2.numbers, "").map(({ value }) => text2(value.id));
  unique(
    all.map((entry) => ({ path: `${entry.path}.id`, value: entry.value.id })),
    "condition id",
    error
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
    if (entry.value.numbers !== void 0 && Object.keys(shown).length === 0)
      warn(
        `${entry.path}.numbers`,
        "no_effect",
        "this condition names a source but shows no number",
        "no number",
        "a tracked number"
      );
    if (entry.value.touch !== void 0 && site2.entry === "last")
      warn(
        `${entry.path}.touch`,
        "no_effect",
        `with "entry": "last" every entry replaces the one before`,
        entry.value.touch,
        `"entry": "first"`
      );
    rule(`${entry.path}.when`, entry.value.when, context);
    const hiding = sound.slice(0, Math.max(sound.indexOf(entry), 0)).find((earlier) => implies(entry.value.when, earlier.value.when));
    if (hiding)
      warn(
        entry.path,
        "shadowed",
        `can never win: whenever it matches, the earlier condition "${hiding.value.id}" does too`,
        entry.value.id ?? null,
        "a rule that earlier conditions leave something to"
      );
  }
  if (all.length > 0 && mode && !MODES[mode].conditions)
    warn(
      `${path}.conditions`,
      "not_in_mode",
      `mode ${mode} ignores conditions`,
      mode,
      "a mode with conditions"
    );
  if (site2.carry === true && all.length > MAX_CARRIED_CONDITIONS)
    error(
      `${path}.conditions`,
      "size",
      `${all.length} conditions cannot all be carried`,
      all.length,
      `at most ${MAX_CARRIED_CONDITIONS} with "carry"`
    );
}
function rule(path, when, context) {
  const found = record(when);
  for (const [key, children] of Object.entries({ all: found.all, any: found.any }))
    for (const [index, child] of list2(children).entries())
      rule(memberPath(`${path}.${key}`, index), child, context);
  if (found.not !== void 0) rule(`${path}.not`, found.not, context);
  for (const problem of leafProblems(found)) {
    const say = problem.isError ? context.error : context.warn;
    say(`${path}.${problem.at}`, problem.code, problem.message, problem.found, problem.expected);
  }
}
function timeZone(path, value, { error }) {
  const zone = text2(value);
  if (zone !== void 0 && !isTimeZone(zone))
    error(path, "time_zone", `"${zone}" is no known time zone`, zone, "IANA time zone, such as Europe/Paris");
}
function places(context) {
  const { path, site: site2, error } = context;
  timeZone(`${path}.timeZone`, site2.timeZone, context);
  const region = text2(site2.region);
  if (region !== void 0 && !isRegion(region))
    error(
      `${path}.region`,
      "region",
      `"${region}" is no known country`,
      region,
      "country code of two capitals, such as FR"
    );
}
function origins({ path, site: site2, mode, error, warn }) {
  const all = list2(site2.origins).map((value, index) => ({
    path: memberPath(`${path}.origins`, index),
    value: text2(value)
  }));
  for (const entry of all) {
    if (entry.value === void 0) continue;
    const origin = normaliseOrigin(entry.value);
    if (origin === void 0)
      error(
        entry.path,
        "origin",
        `"${entry.value}" is no origin`,
        entry.value,
        "https://host[:port] or https://*.host, without a path"
      );
    else if (origin.startsWith("http:") && !isLoopback(origin))
      warn(
        entry.path,
        "insecure",
        `"${entry.value}" is not encrypted: the visitor id travels in the clear`,
        entry.value,
        "https"
      );
  }
  unique(
    all.map((entry) => ({ path: entry.path, value: entry.value && normaliseOrigin(entry.value) })),
    "origin",
    error
  );
  if (all.length === 0 && (site2.origins === void 0 || Array.isArray(site2.origins)) && mode && MODES[mode].collects.length > 0)
    warn(
      `${path}.origins`,
      "no_origins",
      "the endpoint refuses what the pages send",
      site2.origins === void 0 ? null : "no origin",
      "the origins of the site's pages"
    );
}
function cookie({ path, site: site2, mode, error, warn }) {
  const domain = text2(site2.cookieDomain)?.replace(/^\./, "").toLowerCase();
  if (site2.cookie === "server" && !domain && (site2.cookieDomain === void 0 || domain === ""))
    error(
      `${path}.cookieDomain`,
      "required",
      `"cookieDomain" is missing: the endpoint sets the cookie for the site's domain`,
      site2.cookieDomain ?? null,
      "domain such as example.com"
    );
  if (site2.cookie === "server" && mode && MODES[mode].collects.length === 0)
    warn(
      `${path}.cookie`,
      "not_in_mode",
      `mode ${mode} sends no events: the endpoint has no occasion to set the cookie`,
      "server",
      `"script"`
    );
  if (!domain) return;
  for (const [index, value] of list2(site2.origins).entries()) {
    const origin = text2(value) && normaliseOrigin(value);
    if (!origin) continue;
    const host = origin.replace(/^\w+:\/\/(\*\.)?|:\d+$/g, "");
    if (host !== domain && !host.endsWith(`.${domain}`))
      warn(
        memberPath(`${path}.origins`, index),
        "cookie_domain",
        `"${origin}" lies outside cookieDomain "${domain}": browsers refuse the cookie there`,
        origin,
        `a host in ${domain}`
      );
  }
}
function endpoint({ path, site: site2, error, warn }) {
  const value = text2(site2.endpoint);
  if (!value) return;
  const url = URL.canParse(value) ? new URL(value) : void 0;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    error(
      `${path}.endpoint`,
      "url",
      `"${value}" is no address of an endpoint`,
      value,
      "https://host[:port][/path]"
    );
  else if (url.protocol === "http:" && !isLoopback(url.origin))
    warn(
      `${path}.endpoint`,
      "insecure",
      `"${value}" is not encrypted: the visitor id travels in the clear`,
      value,
      "https"
    );
}
function modeLimits({ path, site: site2, mode, error, warn }) {
  if (!mode) return;
  const { probabilistic } = site2;
  if ((probabilistic === "refused" || probabilistic === "always") && !MODES[mode].probabilistic)
    error(
      `${path}.probabilistic`,
      "not_in_mode",
      `mode ${mode} has no probabilistic option`,
      probabilistic,
      `"off"`
    );
  if (site2.callClicks === true && !MODES[mode].callClicks)
    warn(
      `${path}.callClicks`,
      "not_in_mode",
      `mode ${mode} collects no taps on links`,
      true,
      "false, or a mode from origine up"
    );
}
function consent({ path, site: site2, warn }) {
  const settings = record(site2.consent);
  const { manager, vendor } = settings;
  const name2 = text2(manager);
  if (name2 !== void 0 && Object.hasOwn(MANAGER_SETTINGS, name2)) {
    const used = MANAGER_SETTINGS[name2];
    for (const setting of ["key", "category", "vendor", "purposes"])
      if (settings[setting] !== void 0 && !used.includes(setting))
        warn(
          `${path}.consent.${setting}`,
          "no_effect",
          `${name2} looks at ${used.join(" and ") || "the site's own calls alone"}`,
          settings[setting],
          "absent"
        );
  }
  if (name2 === "tcf" && (vendor === void 0 || vendor === 0))
    warn(
      `${path}.consent.vendor`,
      "tcf_without_vendor",
      "without a vendor id the purposes alone decide",
      vendor ?? null,
      "an id of the Global Vendor List"
    );
}
function trackingIds({ path, site: site2, error, warn }) {
  const all = records(record(site2.trackingIds).add, `${path}.trackingIds.add`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.name`, value: entry.value.name })),
    "tracking id",
    error
  );
  for (const entry of all) {
    const name2 = text2(entry.value.name);
    unreserved(`${entry.path}.name`, name2, error);
    if (name2 && isDefaultId(name2))
      warn(`${entry.path}.name`, "duplicate", `"${name2}" is collected by default`, name2, "another name");
  }
}
function leftovers({ path, site: site2, error, warn }) {
  const ids = records(site2.numbers, "").map(({ value }) => text2(value.id));
  for (const image of records(site2.images, `${path}.images`)) {
    const id = text2(image.value.number);
    if (id !== void 0 && !ids.includes(id))
      error(
        `${image.path}.number`,
        "unknown_number",
        `no number of this site has the id "${id}"`,
        id,
        oneOf(ids)
      );
  }
  if (site2.carry === true)
    warn(`${path}.carry`, "not_yet", "accepted, but this version does not carry sources yet", true, "false");
  for (const [index, name2] of list2(site2.params).entries())
    if (text2(name2) && /^\*+$/.test(name2))
      warn(
        memberPath(`${path}.params`, index),
        "keeps_everything",
        "every parameter of every URL is kept, personal data included",
        name2,
        "names of parameters"
      );
  const { retentionDays, visitorDays = 30 } = site2;
  if (typeof retentionDays === "number" && typeof visitorDays === "number" && retentionDays < visitorDays)
    warn(
      `${path}.retentionDays`,
      "retention",
      "events are purged before their visitor's cookie ends",
      retentionDays,
      `at least ${visitorDays}`
    );
}
var oneOf = (ids) => `one of ${ids.filter((id) => id !== void 0).join(", ") || "the site's numbers"}`;
var RULES = [
  numbers,
  conditions,
  places,
  origins,
  cookie,
  endpoint,
  modeLimits,
  consent,
  trackingIds,
  leftovers
];
function siteProblems(data) {
  const findings = { errors: [], warnings: [] };
  const say = (to) => (path, code, message, found, expected) => void to.push({ path, code, message, found, expected });
  const error = say(findings.errors);
  const warn = say(findings.warnings);
  const sites = records(record(data).sites, "$.sites");
  unique(
    sites.map((site2) => ({ path: `${site2.path}.key`, value: site2.value.key })),
    "site key",
    error
  );
  for (const [index, { path, value: site2 }] of sites.entries()) {
    if (list2(record(data).sites)[index] !== site2) continue;
    const key = text2(site2.key);
    if (key && RESERVED_KEYS.includes(key))
      error(`${path}.key`, "reserved", `"${key}" is the script of the debug overlay`, key, "another key");
    const written2 = text2(site2.mode) ?? "";
    const name2 = Object.hasOwn(MODE_ALIASES, written2) ? MODE_ALIASES[written2] : written2;
    const mode = name2 !== void 0 && Object.hasOwn(MODES, name2) ? name2 : void 0;
    for (const check of RULES) check({ path, site: site2, mode, error, warn });
  }
  return findings;
}

// src/endpoint/configuration/checkConfiguration.ts
var refused = (errors, warnings = []) => ({
  ok: false,
  errors,
  warnings,
  sites: []
});
function checkConfiguration(text3, file) {
  const json = text3.replace(/^\uFEFF/, "");
  const { fault, tooDeep, duplicates } = scanJson(json);
  if (fault) {
    const { line, column } = lineAndColumn(json, fault.offset);
    const place = file ? `${file}:${line}:${column}` : `line ${line}, column ${column}`;
    return refused([
      tooDeep ? {
        path: "$",
        code: "too_deep",
        message: `${place}: more than ${MAX_DEPTH} levels`,
        found: null,
        expected: fault.expected
      } : {
        path: "$",
        code: "invalid_json",
        message: `not JSON at ${place}: ${fault.message}`,
        found: json.slice(fault.offset, fault.offset + 20) || null,
        expected: fault.expected
      }
    ]);
  }
  const data = JSON.parse(json);
  const shape2 = schemaProblems(data);
  const meaning = siteProblems(data);
  const told = new Set(shape2.map(({ path }) => path));
  const errors = [
    ...duplicates.map(
      (path) => ({
        path,
        code: "duplicate_key",
        message: "this key is written twice: only the last one counts",
        found: path,
        expected: "each key once"
      })
    ),
    ...shape2,
    ...meaning.errors.filter(({ path }) => !told.has(path))
  ];
  const wrong = new Set(errors.map(({ path }) => path));
  const warnings = meaning.warnings.filter(({ path }) => !wrong.has(path));
  if (errors.length > 0) return refused(errors, warnings);
  return { ok: true, errors, warnings, sites: data.sites.map(completeSite) };
}

// src/endpoint/configuration/readConfiguration.ts
function readConfiguration(file) {
  return checkContent(contentOf(file), file);
}
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    return { failure: error.code ?? String(error) };
  }
}
function checkContent(content, file) {
  if (!Buffer.isBuffer(content)) {
    const { failure } = content;
    return refused2({
      path: "$",
      code: "unreadable",
      message: `cannot read ${file}: ${FAILURES[failure] ?? failure}`,
      found: failure,
      expected: "a readable file"
    });
  }
  if (!isUtf8(content)) {
    return refused2({
      path: "$",
      code: "encoding",
      message: `${file}:${brokenLine(content)}: not UTF-8`,
      found: BYTE_ORDER_MARKS[content.subarray(0, 2).toString("hex")] ?? null,
      expected: "a file saved as UTF-8"
    });
  }
  const text3 = content.toString("utf8");
  return { ...checkConfiguration(text3, file), text: text3 };
}
var FAILURES = {
  ENOENT: "no such file",
  EACCES: "this user may not read it",
  EISDIR: "it is a folder"
};
var BYTE_ORDER_MARKS = { fffe: "UTF-16", feff: "UTF-16" };
var refused2 = (error) => ({
  ok: false,
  errors: [error],
  warnings: [],
  sites: []
});
function brokenLine(content) {
  let line = 1;
  for (let at = 0; ; line++) {
    const end = content.indexOf("\n", at);
    if (end < 0 || !isUtf8(content.subarray(at, end))) return line;
    at = end + 1;
  }
}

// src/cli/configurationFile.ts
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
function configurationFile(given, { env, cwd }) {
  const named = given || env.MGT_CONFIG;
  if (named) return resolve(cwd, named);
  const local = join(cwd, "mgt.config.json");
  return existsSync(local) ? local : join(packageRoot(), "demo", "mgt.config.json");
}

export {
  MAX_ID_LENGTH,
  keptTrackingIds,
  readConfiguration,
  contentOf,
  checkContent,
  configurationFile
};
