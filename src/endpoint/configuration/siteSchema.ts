import { DEFAULT_PARAMS } from "../../vocabulary/keptParams.ts";
import { MANAGER_NAMES } from "../../vocabulary/managers.ts";
import { MODE_ALIASES, MODES } from "../../vocabulary/modes.ts";
import { choice, flag, form, list, name, ref, shape, text, whole } from "../../vocabulary/schemas.ts";
import { whenSchema } from "../../vocabulary/when/whenSchema.ts";

/** Carried codes (`"carry": true`) name a condition out of this many at most. */
export const MAX_CARRIED_CONDITIONS = 64;

const site = shape(
  "One site: one configuration, one key, one script `/{key}.js`.",
  {
    key: form(
      "3 to 64 of a-z, 0-9 and -",
      "^[a-z0-9-]{3,64}$",
      "Name of the site in the script's URL: 3 to 64 of `a-z`, `0-9` and `-`.",
    ),
    name: name("Readable name; default: the key."),
    origins: list(
      "Who may load the script and post: `https://host[:port]`, or `https://*.host` for its subdomains.",
      ref("origin"),
    ),
    mode: choice("What is shown, stored and collected.", [
      ...Object.keys(MODES),
      ...Object.keys(MODE_ALIASES),
    ]),
    entry: choice(
      "Which entry decides: the first one, or each new one in place of the last.",
      ["first", "last"],
      "first",
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
            "Shown in its place when no condition matches, E.164; mode `invisible` uses it always.",
          ),
        },
        { required: ["id", "number"] },
      ),
      { uniqueItems: false },
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
            description: "Number id → tracked number, E.164.",
            propertyNames: ref("id"),
            additionalProperties: ref("phone"),
          },
          touch: choice(
            'In a site of `"entry": "first"`: an entry that this condition wins replaces the first one.',
            ["last"],
          ),
        },
        { required: ["id", "source", "when", "numbers"] },
      ),
      { uniqueItems: false },
    ),
    trackingIds: shape("Ids collected on the page of entry, besides the default ones.", {
      add: list(
        "Ids of the owner's own.",
        shape(
          "One id and where it is found.",
          {
            name: ref("id", "Name under which it is sent."),
            from: choice("Where it is found.", ["cookie", "param", "localStorage", "window"]),
            key: name("Name of the cookie, parameter or item; for `window` a path such as `app.user.id`."),
          },
          { required: ["name", "from", "key"] },
        ),
        { uniqueItems: false, maxItems: 20 },
      ),
    }),
    consent: shape("The consent manager, and what a yes is.", {
      manager: {
        ...choice(
          "The manager that is heard; `auto`: every one that is found; `manual`: only `mgt('consent', …)`.",
          ["auto", ...MANAGER_NAMES],
          "auto",
        ),
      },
      key: { ...name("Our vendor, service or purpose in the manager."), default: "magnetis" },
      purposes: list(
        "TCF purposes that must all be consented.",
        { type: "integer", minimum: 1, maximum: 11 },
        { minItems: 1, default: [1, 8] },
      ),
      vendor: whole("Id in the IAB Global Vendor List; 0: none, the purposes alone decide.", 0, 65_535, 0),
      category: {
        ...name("Category, group or consent type, in managers that know no vendors."),
        default: "analytics",
      },
      rotation: choice(
        "Whether mode `rotation` waits for consent; `exempt`: it stores without asking.",
        ["required", "exempt"],
        "required",
      ),
      gpc: flag("Global Privacy Control is heard as a refusal.", true),
      notice: text("Version of the notice that the visitor reads, kept with each consent."),
    }),
    probabilistic: choice(
      "Cookieless level 1: never, after a refusal, or for everyone without any cookie.",
      ["off", "refused", "always"],
      "off",
    ),
    endpoint: text("Where events go; default: where the script came from.", 2000),
    cookie: choice(
      "Who sets the cookie: the script, or a first-party endpoint (then `cookieDomain` is required).",
      ["script", "server"],
      "script",
    ),
    cookieDomain: {
      ...form(
        "domain such as example.com",
        "^(\\.?[^\\s/:?#@*.]+(\\.[^\\s/:?#@*.]+)*)?$",
        "`Domain` of the cookie, such as `example.com`.",
      ),
    },
    carry: {
      enum: [false, "tab", true],
      default: "tab",
      description:
        "What may tell of a visit's source while nothing may be stored: `false` this page alone, `\"tab\"` also where this tab landed, `true` also the condition's short code in same-site links.",
    },
    callClicks: flag("Taps on `tel:` links are collected.", false),
    params: list(
      "Query parameters kept in URLs: names, or globs.",
      name("A name, or a glob such as `utm_*`."),
      { default: DEFAULT_PARAMS },
    ),
    referrerIgnore: list("Hosts whose round trip is not an entry; default: payment providers.", ref("host")),
    attributes: list(
      "Attributes in which numbers are swapped, besides `aria-label`, `title` and `alt`.",
      form("name of an attribute, such as data-phone", "^[A-Za-z_][A-Za-z0-9_:.-]*$"),
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
            description: "Tracked number, E.164 → URL of the image that shows it.",
          },
        },
        { required: ["src", "number", "srcFor"] },
      ),
    ),
    swapAt: choice(
      "When the page is first changed: `auto` waits for hydration where a framework hydrates.",
      ["auto", "parse", "load"],
      "auto",
    ),
    marks: flag("Elements may name their number with `data-mgt-swap`.", true),
    trees: flag("Numbers in open shadow roots and same-origin frames are swapped.", true),
    fields: flag("Numbers in the `value` of fields that nobody has edited are swapped.", true),
    debug: flag("`mgt('debug')` loads the overlay; `false`: nothing.", true),
    valueTrack: {
      type: "object",
      propertyNames: form("name of a ValueTrack parameter", "^[a-z][a-z0-9_]*$"),
      additionalProperties: name("The owner's parameter."),
      description: "Google Ads ValueTrack name → the owner's parameter name.",
    },
    retentionDays: whole("Days that events are kept, at most 25 months; default `visitorDays`.", 1, 760),
    timeZone: {
      ...ref("timeZone", "IANA time zone of the days in reports."),
      default: "Europe/Paris",
    },
    visitorsPerDay: {
      type: "number",
      minimum: 0,
      maximum: 1e9,
      default: 0,
      description: "The owner's estimate of daily visitors until 28 days are counted; 0: unknown.",
    },
  },
  { required: ["key", "mode"] },
);

/** JSON Schema of the configuration file; published as `mgt-snippet/schema.json`. */
export const siteSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "mgt configuration",
  ...shape(
    "One file, many sites.",
    {
      $schema: text("Address of this schema, for editors.", 2000),
      sites: { type: "array", minItems: 1, items: ref("site"), description: "The sites." },
    },
    { required: ["sites"] },
  ),
  $defs: {
    site,
    when: whenSchema,
    phone: form("phone number in E.164, such as +33184880001", "^\\+[1-9][0-9]{5,14}$"),
    id: form("1 to 64 of a-z, A-Z, 0-9, _, . and -", "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"),
    host: form(
      "host such as example.com, or *.example.com, without scheme or path",
      "^[^\\s/:?#@]+$",
      "A host; `*` is any run of characters.",
    ),
    path: form(
      "path such as /prices or /blog/*, without host, query or fragment",
      "^[/*][^?#\\s]*$",
      "A path; `*` is any run of characters.",
      2000,
    ),
    origin: form(
      "https://host[:port] or https://*.host, without a path",
      "^[Hh][Tt][Tt][Pp][Ss]?://(\\*\\.)?[^\\s/?#@*\\\\]+$",
    ),
    timeZone: form("IANA time zone, such as Europe/Paris", "^[A-Za-z][A-Za-z0-9_+/-]*$"),
    region: form("country code of two capitals, such as FR", "^[A-Z]{2}$"),
    time: form("time HH:MM from 00:00 to 23:59", "^([01][0-9]|2[0-3]):[0-5][0-9]$"),
    endTime: form("time HH:MM from 00:00 to 24:00", "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"),
  },
} as const;
