import {
  MANAGERS,
  MANAGER_SETTINGS,
  MODES,
  MODE_ALIASES,
  matchesPattern,
  parsePhone
} from "./chunk-BN34JTAQ.mjs";
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
  const params2 = new Set(input.params || ["utm_*"]);
  JSON.stringify(
    input.conditions?.map(({ when: when2 }) => when2),
    (key2, value) => {
      if (key2 === "param") params2.add(value);
      return value;
    }
  );
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
    params: [...params2],
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
      when: asBrowsersWrite(condition.when, timeZone2)
    }))
  };
}
function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== void 0);
  return Object.fromEntries(entries.map(([key2, item]) => [key2, withoutNulls(item)]));
}
function asBrowsersWrite(when2, timeZone2) {
  const deeper = (child) => asBrowsersWrite(child, timeZone2);
  if ("all" in when2) return { all: when2.all.map(deeper) };
  if ("any" in when2) return { any: when2.any.map(deeper) };
  if ("not" in when2) return { not: deeper(when2.not) };
  if ("referrer" in when2) return { referrer: asciiHost(when2.referrer) };
  if ("landing" in when2) return { landing: encodedPath(when2.landing) };
  if ("page" in when2) return { page: encodedPath(when2.page) };
  if ("hours" in when2) return { hours: { tz: timeZone2, ...when2.hours } };
  return when2;
}
var asciiHost = (host) => host.toLowerCase().split(".").map((label) => /[^ -~]/.test(label) ? domainToASCII(label) || label : label).join(".");
var encodedPath = (path) => path.toWellFormed().replace(/[^!-~]+|["<>`{}]/g, (part) => encodeURIComponent(part));

// src/endpoint/configuration/schemaProblems.ts
import { Ajv2020 } from "ajv/dist/2020.js";

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

// src/vocabulary/channels.ts
var CHANNELS = [
  "paid_search",
  "paid_social",
  "organic_search",
  "organic_social",
  "ai_assistant",
  "email",
  "display",
  "affiliate",
  "referral",
  "direct"
];

// src/endpoint/configuration/siteSchema.ts
var MAX_CARRIED_CONDITIONS = 64;
var LEAVES = ["param", "referrer", "channel", "landing", "page", "pages", "language", "device", "hours"];
var COMPARISONS = ["is", "in", "starts", "contains", "like"];
var text = (description, maxLength = 200) => ({ type: "string", maxLength, description });
var name = (description) => ({ type: "string", minLength: 1, maxLength: 200, description });
var flag = (description, initial) => ({ type: "boolean", default: initial, description });
var choice = (description, values, initial) => ({
  enum: values,
  ...initial === void 0 ? {} : { default: initial },
  description
});
var whole = (description, minimum, maximum, initial) => ({
  type: "integer",
  minimum,
  maximum,
  ...initial === void 0 ? {} : { default: initial },
  description
});
var list = (description, items, more = {}) => ({
  type: "array",
  items,
  uniqueItems: true,
  description,
  ...more
});
var shape = (description, properties, more = {}) => ({
  type: "object",
  additionalProperties: false,
  description,
  properties,
  ...more
});
var ref = (definition, description) => ({
  $ref: `#/$defs/${definition}`,
  ...description === void 0 ? {} : { description }
});
var form = (title, pattern, description = title, maxLength = 200) => ({
  type: "string",
  title,
  pattern,
  maxLength,
  description
});
var when = shape(
  "A rule: exactly one of `all`, `any`, `not` or one leaf. Globs: `*` is any run of characters.",
  {
    all: {
      type: "array",
      minItems: 1,
      items: ref("when"),
      description: "Every one of these rules holds."
    },
    any: {
      type: "array",
      minItems: 1,
      items: ref("when"),
      description: "At least one of these rules holds."
    },
    not: ref("when", "The rule does not hold."),
    param: name("Query parameter of the page of entry: present and not empty, or compared by one more key."),
    is: name("With `param`: exactly this value."),
    in: list("With `param`: one of these values.", name("A value."), { minItems: 1 }),
    starts: name("With `param`: the value starts so."),
    contains: name("With `param`: the value contains this."),
    like: name("With `param`: the value matches this glob as a whole."),
    referrer: ref(
      "host",
      "Host of the entry's referrer, with its subdomains; `*.example.com`: its subdomains only."
    ),
    channel: {
      type: ["string", "array"],
      if: { type: "string" },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { enum: [...CHANNELS, "internal"] },
      items: { enum: [...CHANNELS, "internal"] },
      minItems: 1,
      uniqueItems: true,
      description: "Channel of the entry: one, or a list of which one holds."
    },
    landing: ref("path", "Path of the page of entry: exact, or with `*`."),
    page: ref("path", "Path of the current page: exact, or with `*`."),
    pages: shape(
      "Pages viewed so far, the current one included; both bounds inclusive.",
      {
        min: whole("At least so many pages.", 1, 1e6),
        max: whole("At most so many pages.", 1, 1e6)
      },
      { minProperties: 1 }
    ),
    language: form(
      "primary language tag in lower case, such as fr",
      "^[a-z]{2,3}$",
      "Primary tag of the browser's first language, such as `fr`."
    ),
    device: choice("Kind of device.", ["mobile", "desktop"]),
    hours: shape(
      "Days and hours. `from` inclusive, `to` exclusive; `from` later than `to` goes over midnight.",
      {
        tz: ref("timeZone", "IANA time zone of these hours; default: the site's `timeZone`."),
        days: list(
          "Days of the week; default: all.",
          { enum: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
          { minItems: 1 }
        ),
        from: ref("time", "First minute, `HH:MM`."),
        to: ref("endTime", "First minute after, `HH:MM`; `24:00` is midnight.")
      },
      { minProperties: 1 }
    )
  },
  {
    oneOf: ["all", "any", "not", ...LEAVES].map((key2) => ({ required: [key2] })),
    dependentRequired: Object.fromEntries(COMPARISONS.map((key2) => [key2, ["param"]])),
    maxProperties: 2
  }
);
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
      { default: ["utm_*"] }
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
    when,
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
    const key2 = String(error.params.additionalProperty);
    const keys = Object.keys(error.parentSchema?.properties ?? {});
    const meant = nearest(key2, keys);
    return {
      code: "unknown_key",
      path: memberPath(path, key2),
      message: `unknown key "${key2}"${meant ? `, did you mean "${meant}"?` : ""}`,
      found: key2,
      expected: `one of ${keys.join(", ")}`
    };
  },
  dependentRequired: (error, path) => ({
    code: "unknown_key",
    path: memberPath(path, error.params.property),
    message: `"${error.params.property}" goes with "param" only`,
    found: error.params.property,
    expected: `"param" beside it`
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
    expected: "one of is, in, starts, contains, like"
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

// src/endpoint/configuration/problems/carry.ts
function carry({ path, site: site2, warn }) {
  if (site2.carry === true)
    warn(`${path}.carry`, "not_yet", "accepted, but this version does not carry sources yet", true, "false");
}

// src/endpoint/configuration/implies.ts
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
  if (a.param !== void 0 && a.param === b.param) return comparisonImplies(a, b);
  if (a.channel && b.channel)
    return [a.channel].flat().every((channel2) => [b.channel].flat().includes(channel2));
  if (a.pages && b.pages)
    return (a.pages.min ?? 1) >= (b.pages.min ?? 1) && (a.pages.max ?? Number.POSITIVE_INFINITY) <= (b.pages.max ?? Number.POSITIVE_INFINITY);
  return false;
}
function comparisonImplies(a, b) {
  const wanted = b.in ?? (b.is === void 0 ? void 0 : [b.is]);
  const given = a.in ?? (a.is === void 0 ? void 0 : [a.is]);
  if (wanted) return given?.every((value) => wanted.includes(value)) ?? false;
  if (b.starts !== void 0) {
    const prefix = b.starts;
    return (given ?? (a.starts === void 0 ? void 0 : [a.starts]))?.every(
      (value) => value.startsWith(prefix)
    ) ?? false;
  }
  if (b.contains !== void 0) {
    const part = b.contains;
    const known = given ?? [a.contains ?? a.starts].filter((value) => value !== void 0);
    return known.length > 0 && known.every((value) => value.includes(part));
  }
  return b.like === void 0;
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
  return `{${entries.map(([key2, item]) => `${key2}:${canonical(item)}`).join()}}`;
}

// src/endpoint/configuration/problems/readLoosely.ts
var record = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var list2 = (value) => Array.isArray(value) ? value : [];
var text2 = (value) => typeof value === "string" ? value : void 0;
var records = (value, path) => list2(value).map((item, index) => ({ path: memberPath(path, index), value: record(item) }));

// src/endpoint/configuration/problems/isSound.ts
function isSound(when2) {
  const value = record(when2);
  const children = [value.all, value.any].filter((child) => child !== void 0);
  return Object.keys(value).filter((key2) => !COMPARISONS.includes(key2)).length === 1 && children.every((child) => list2(child).length > 0 && list2(child).every(isSound)) && (value.not === void 0 || isSound(value.not)) && [value.is, value.starts, value.contains, value.like].every(
    (item) => item === void 0 || typeof item === "string"
  ) && (value.in === void 0 || Array.isArray(value.in) && value.in.every((item) => typeof item === "string")) && (value.pages === void 0 || typeof value.pages === "object");
}

// src/endpoint/configuration/problems/numberIds.ts
var numberIds = ({ site: site2 }) => records(site2.numbers, "").map(({ value }) => text2(value.id));
function knownNumber(path, id, ids, error) {
  if (!ids.includes(id))
    error(
      path,
      "unknown_number",
      `no number of this site has the id "${id}"`,
      id,
      `one of ${ids.filter((each) => each !== void 0).join(", ") || "the site's numbers"}`
    );
}

// src/endpoint/configuration/problems/phone.ts
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

// src/endpoint/configuration/places.ts
import { isSupportedCountry } from "libphonenumber-js/max";
function isTimeZone(name2) {
  if (!/^[A-Za-z]/.test(name2)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name2 });
    return true;
  } catch {
    return false;
  }
}
var isRegion = (code) => isSupportedCountry(code);

// src/endpoint/configuration/problems/timeZone.ts
function timeZone(path, value, { error }) {
  const zone = text2(value);
  if (zone !== void 0 && !isTimeZone(zone))
    error(path, "time_zone", `"${zone}" is no known time zone`, zone, "IANA time zone, such as Europe/Paris");
}

// src/endpoint/configuration/problems/rule.ts
function rule(path, when2, context) {
  const found = record(when2);
  const { all, any, not } = found;
  for (const [key2, children] of Object.entries({ all, any }))
    for (const [index, child] of list2(children).entries())
      rule(memberPath(`${path}.${key2}`, index), child, context);
  if (not !== void 0) rule(`${path}.not`, not, context);
  for (const [leaf, check] of Object.entries(LEAVES2)) check(`${path}.${leaf}`, found[leaf], context);
}
var LEAVES2 = {
  pages,
  hours,
  channel,
  param
};
function pages(path, value, { error }) {
  const { min, max } = record(value);
  if (typeof min === "number" && typeof max === "number" && min > max)
    error(path, "range", `"min" ${min} is greater than "max" ${max}: it never holds`, min, `at most ${max}`);
}
function hours(path, value, context) {
  timeZone(`${path}.tz`, record(value).tz, context);
}
function channel(path, value, { warn }) {
  if ([value].flat().includes("internal"))
    warn(
      path,
      "never_matches",
      `"internal" is no entry: it holds only where nothing is known of the entry`,
      "internal",
      "a channel of entries"
    );
}
function param(path, value, { warn }) {
  if (text2(value)?.includes("*"))
    warn(path, "never_matches", "a parameter's name is exact: * is no wildcard here", value, "a name");
}

// src/endpoint/configuration/problems/unique.ts
function unique(values, what, error) {
  const seen = /* @__PURE__ */ new Map();
  for (const { path, value } of values) {
    const key2 = text2(value);
    if (key2 === void 0) continue;
    const first = seen.get(key2);
    const article = /^[aeiou]/.test(what) ? "an" : "a";
    if (first)
      error(path, "duplicate", `${what} "${key2}" is taken by ${first}`, key2, `${article} ${what} of its own`);
    else seen.set(key2, path);
  }
}

// src/endpoint/configuration/problems/unreserved.ts
function unreserved(path, value, error) {
  const name2 = text2(value);
  if (name2 !== void 0 && name2 in {})
    error(path, "reserved", `"${name2}" is reserved`, name2, "another name");
}

// src/endpoint/configuration/problems/conditions.ts
function conditions(context) {
  const { path, site: site2, error } = context;
  const all = records(site2.conditions, `${path}.conditions`);
  unique(
    all.map((entry) => ({ path: `${entry.path}.id`, value: entry.value.id })),
    "condition id",
    error
  );
  const sound = all.filter(({ value }) => isSound(value.when));
  for (const entry of all) {
    unreserved(`${entry.path}.id`, entry.value.id, error);
    shownNumbers(entry, context);
    touch(entry, context);
    rule(`${entry.path}.when`, entry.value.when, context);
    shadowed(entry, sound, context);
  }
  limits(all, context);
}
function shownNumbers({ path, value }, context) {
  const { error, warn } = context;
  const ids = numberIds(context);
  const shown = record(value.numbers);
  for (const [id, tracked] of Object.entries(shown)) {
    const place = memberPath(`${path}.numbers`, id);
    knownNumber(place, id, ids, error);
    phone(place, tracked, context);
  }
  if (value.numbers !== void 0 && Object.keys(shown).length === 0)
    warn(
      `${path}.numbers`,
      "no_effect",
      "this condition names a source but shows no number",
      "no number",
      "a tracked number"
    );
}
function touch({ path, value }, { site: site2, warn }) {
  if (value.touch !== void 0 && site2.entry === "last")
    warn(
      `${path}.touch`,
      "no_effect",
      `with "entry": "last" every entry replaces the one before`,
      value.touch,
      `"entry": "first"`
    );
}
function shadowed(entry, sound, { warn }) {
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
function limits(all, { path, site: site2, mode, error, warn }) {
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

// src/endpoint/configuration/problems/consent.ts
function consent(context) {
  const settings = record(context.site.consent);
  const manager = text2(settings.manager);
  if (manager === void 0) return;
  unused(manager, settings, context);
  tcfVendor(manager, settings, context);
}
function unused(name2, settings, { path, warn }) {
  if (Object.hasOwn(MANAGER_SETTINGS, name2)) {
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
}
function tcfVendor(name2, { vendor }, { path, warn }) {
  if (name2 === "tcf" && (vendor === void 0 || vendor === 0))
    warn(
      `${path}.consent.vendor`,
      "tcf_without_vendor",
      "without a vendor id the purposes alone decide",
      vendor ?? null,
      "an id of the Global Vendor List"
    );
}

// src/endpoint/configuration/problems/cookie.ts
function cookie(context) {
  const { path, site: site2, mode, error, warn } = context;
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
  if (domain) origins(domain, context);
}
function origins(domain, { path, site: site2, warn }) {
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

// src/endpoint/configuration/problems/endpoint.ts
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

// src/endpoint/configuration/problems/images.ts
function images(context) {
  const { path, site: site2, error } = context;
  const ids = numberIds(context);
  for (const image of records(site2.images, `${path}.images`)) {
    const id = text2(image.value.number);
    if (id !== void 0) knownNumber(`${image.path}.number`, id, ids, error);
  }
}

// src/endpoint/configuration/problems/key.ts
var RESERVED_KEYS = ["mgt-debug"];
function key({ path, site: site2, error }) {
  const name2 = text2(site2.key);
  if (name2 && RESERVED_KEYS.includes(name2))
    error(`${path}.key`, "reserved", `"${name2}" is the script of the debug overlay`, name2, "another key");
}

// src/endpoint/configuration/problems/modeLimits.ts
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

// src/endpoint/configuration/problems/numbers.ts
function numbers(context) {
  const { path, site: site2, mode, error, warn } = context;
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
}

// src/endpoint/configuration/problems/origins.ts
function origins2({ path, site: site2, mode, error, warn }) {
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

// src/endpoint/configuration/problems/owners.ts
function owners(context) {
  const { site: site2, warn } = context;
  const owned = new Map(records(site2.numbers, "").map(({ value }) => [text2(value.number), text2(value.id)]));
  const seen = /* @__PURE__ */ new Map();
  for (const { path, id, tracked } of trackedNumbers(context)) {
    if (tracked === void 0) continue;
    const owner = owned.get(tracked);
    const first = seen.get(tracked);
    if (owner !== void 0 && owner !== id)
      warn(
        path,
        "owner_number",
        `"${tracked}" is the owner's number "${owner}"`,
        tracked,
        "a tracked number"
      );
    else if (owner === void 0 && first)
      warn(
        path,
        "shared_number",
        `"${tracked}" is shown at ${first} too: their calls cannot be told apart`,
        tracked,
        "a number of its own"
      );
    else seen.set(tracked, path);
  }
}
function trackedNumbers({ path, site: site2 }) {
  return [
    ...records(site2.numbers, `${path}.numbers`).map((entry) => ({
      path: `${entry.path}.tracked`,
      id: text2(entry.value.id),
      tracked: text2(entry.value.tracked)
    })),
    ...records(site2.conditions, `${path}.conditions`).flatMap(
      (condition) => Object.entries(record(condition.value.numbers)).map(([id, value]) => ({
        path: memberPath(`${condition.path}.numbers`, id),
        id,
        tracked: text2(value)
      }))
    )
  ];
}

// src/endpoint/configuration/problems/params.ts
function params({ path, site: site2, warn }) {
  for (const [index, name2] of list2(site2.params).entries())
    if (/^\*+$/.test(text2(name2) ?? ""))
      warn(
        memberPath(`${path}.params`, index),
        "keeps_everything",
        "every parameter of every URL is kept, personal data included",
        name2,
        "names of parameters"
      );
}

// src/endpoint/configuration/problems/places.ts
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

// src/endpoint/configuration/problems/retention.ts
function retention({ path, site: site2, warn }) {
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

// src/endpoint/ingest/keptTrackingIds.ts
var DEFAULT_TRACKING_IDS = [
  "gclid",
  "gbraid",
  "wbraid",
  "fbclid",
  "msclkid",
  "valueTracks",
  "_ga",
  "_ga_*",
  "_pk_id"
];
function keptTrackingIds(ids, own) {
  const kept = Object.entries(ids).filter(
    ([name2]) => own.some((id) => id.name === name2) || DEFAULT_TRACKING_IDS.some((pattern) => matchesPattern(pattern, name2))
  );
  return Object.fromEntries(kept);
}

// src/endpoint/configuration/problems/trackingIds.ts
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
    if (name2 && DEFAULT_TRACKING_IDS.some((pattern) => matchesPattern(pattern, name2)))
      warn(`${entry.path}.name`, "duplicate", `"${name2}" is collected by default`, name2, "another name");
  }
}

// src/endpoint/configuration/siteProblems.ts
var RULES = [
  key,
  numbers,
  owners,
  conditions,
  places,
  origins2,
  cookie,
  endpoint,
  modeLimits,
  consent,
  trackingIds,
  images,
  carry,
  params,
  retention
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
    for (const check of RULES) check({ path, site: site2, mode: modeOf(site2.mode), error, warn });
  }
  return findings;
}
function modeOf(value) {
  const written2 = text2(value) ?? "";
  const name2 = Object.hasOwn(MODE_ALIASES, written2) ? MODE_ALIASES[written2] : written2;
  return name2 !== void 0 && Object.hasOwn(MODES, name2) ? name2 : void 0;
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
  CHANNELS,
  keptTrackingIds,
  readConfiguration,
  contentOf,
  checkContent,
  configurationFile
};
