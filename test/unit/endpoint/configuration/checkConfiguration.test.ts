// @vitest-environment node
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkConfiguration } from "../../../../src/endpoint/configuration/checkConfiguration.ts";
import { siteSchema } from "../../../../src/endpoint/configuration/siteSchema.ts";
import { exampleSite, fileOf, type Loose, placed, type Spoil, set } from "./exampleSite.ts";

const S = "$.sites[0]";

const drop =
  (path: string): Spoil =>
  (site) => {
    const keys = path.split(".");
    const last = keys.pop() as string;
    let at: Loose = site;
    for (const key of keys) at = at[key];
    delete at[last];
  };
const all =
  (...spoils: Spoil[]): Spoil =>
  (site) => {
    for (const spoil of spoils) spoil(site);
  };
const when = (value: unknown) => set("conditions.0.when", value);
const W = `${S}.conditions[0].when`;

test("the contract's example is right and complete", () => {
  const { ok, errors, warnings, sites } = checkConfiguration(fileOf());
  expect({ ok, errors, warnings }).toEqual({ ok: true, errors: [], warnings: [] });
  expect(sites[0]).toMatchObject({
    key: "mod-demo",
    mode: "parcours",
    retentionDays: 30,
    timeZone: "Europe/Paris",
    carry: "tab",
    images: [],
    visitorsPerDay: 0,
    cookie: "script",
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      rotation: "required",
      gpc: true,
    },
  });
  expect(sites[0]).not.toHaveProperty("plans");
});

describe("each error once, at its path", () => {
  test.each<[string, Spoil, string[]]>([
    ["a missing key", drop("key"), [`required ${S}.key`]],
    ["a missing mode", drop("mode"), [`required ${S}.mode`]],
    ["a condition without rule", drop("conditions.0.when"), [`required ${W}`]],
    ["a number without number", drop("numbers.0.number"), [`required ${S}.numbers[0].number`]],
    ["an unknown key", set("numbrs", []), [`unknown_key ${S}.numbrs`]],
    ["an unknown key that is no identifier", set("my-key", 1), [`unknown_key ${S}['my-key']`]],
    ["an unknown key of the consent", set("consent.purpose", [1]), [`unknown_key ${S}.consent.purpose`]],
    ["a wrong type", set("visitorDays", "30"), [`type ${S}.visitorDays`]],
    ["a fraction of a day", set("visitorDays", 1.5), [`type ${S}.visitorDays`]],
    ["a null", set("numbers.0.tracked", null), [`type ${S}.numbers[0].tracked`]],
    ["a mode that does not exist", set("mode", "parcour"), [`enum ${S}.mode`]],
    ["a key in capitals", set("key", "Mod"), [`pattern ${S}.key`]],
    ["a key too short", set("key", "ab"), [`pattern ${S}.key`]],
    ["the overlay's key", set("key", "mgt-debug"), [`reserved ${S}.key`]],
    ["too many days", set("visitorDays", 396), [`range ${S}.visitorDays`]],
    ["no day", set("visitorDays", 0), [`range ${S}.visitorDays`]],
    ["more than 25 months", set("retentionDays", 800), [`range ${S}.retentionDays`]],
    ["an empty source", set("conditions.0.source", ""), [`length ${S}.conditions[0].source`]],
    ["no purposes", set("consent.purposes", []), [`size ${S}.consent.purposes`]],
    ["a purpose of no list", set("consent.purposes", [12]), [`range ${S}.consent.purposes[0]`]],
    ["the same parameter twice", set("params", ["a", "b", "a"]), [`duplicate ${S}.params[2]`]],
    [
      "the same number id and number twice",
      (site) => site.numbers.push({ ...site.numbers[0] }),
      [`duplicate ${S}.numbers[1].id`, `duplicate ${S}.numbers[1].number`],
    ],
    [
      "the same condition id twice",
      set("conditions.1.id", "google-ads"),
      [`duplicate ${S}.conditions[1].id`],
    ],
    [
      "an id that objects have",
      set("numbers.0.id", "constructor"),
      [
        `reserved ${S}.numbers[0].id`,
        `unknown_number ${S}.conditions[0].numbers.main`,
        `unknown_number ${S}.conditions[1].numbers.main`,
        `unknown_number ${S}.conditions[2].numbers.main`,
      ],
    ],
    ["a national number", set("numbers.0.number", "0123456789"), [`phone ${S}.numbers[0].number`]],
    ["a number with spaces", set("numbers.0.number", "+33 1 23 45 67 89"), [`phone ${S}.numbers[0].number`]],
    ["a number too short", set("numbers.0.tracked", "+3312345"), [`phone ${S}.numbers[0].tracked`]],
    [
      "a country that does not exist",
      set("numbers.0.tracked", "+999123456789"),
      [`phone ${S}.numbers[0].tracked`],
    ],
    [
      "a bad tracked number",
      set("conditions.1.numbers.main", "+3312"),
      [`phone ${S}.conditions[1].numbers.main`],
    ],
    [
      "an unknown number",
      set("conditions.0.numbers", { office: "+33184880001" }),
      [`unknown_number ${S}.conditions[0].numbers.office`],
    ],
    [
      "an image of an unknown number",
      set("images", [{ src: "*.png", number: "office", srcFor: {} }]),
      [`unknown_number ${S}.images[0].number`],
    ],
    ["an origin with a path", set("origins", ["https://a.example/"]), [`origin ${S}.origins[0]`]],
    ["any origin", set("origins", ["*"]), [`origin ${S}.origins[0]`]],
    ["a wildcard in the middle", set("origins", ["https://a.*.example"]), [`origin ${S}.origins[0]`]],
    ["an impossible port", set("origins", ["https://a.example:99999"]), [`origin ${S}.origins[0]`]],
    [
      "the same origin twice",
      set("origins", ["https://a.example", "https://A.example:443"]),
      [`duplicate ${S}.origins[1]`],
    ],
    ["no time zone", set("timeZone", "Europe/Lutece"), [`time_zone ${S}.timeZone`]],
    ["an offset", set("timeZone", "+02:00"), [`time_zone ${S}.timeZone`]],
    ["a country in small letters", set("region", "fr"), [`region ${S}.region`]],
    ["no country", set("region", "XX"), [`region ${S}.region`]],
    ["a cookie from the server without domain", set("cookie", "server"), [`required ${S}.cookieDomain`]],
    ["a domain with a scheme", set("cookieDomain", "https://a.example"), [`pattern ${S}.cookieDomain`]],
    ["an endpoint without scheme", set("endpoint", "calls.example"), [`url ${S}.endpoint`]],
    ["an attribute that is none", set("attributes", ["data phone"]), [`pattern ${S}.attributes[0]`]],
    ["a ValueTrack name that is none", set("valueTrack", { "{x}": "a" }), [`pattern ${S}.valueTrack['{x}']`]],
    [
      "a probabilistic invisible",
      all(set("mode", "invisible"), drop("conditions"), set("probabilistic", "always")),
      [`not_in_mode ${S}.probabilistic`],
    ],
    [
      "65 conditions to carry",
      all(set("carry", true), (site) => {
        site.conditions = Array.from({ length: 65 }, (_, index) => ({
          ...site.conditions[0],
          id: `c${index}`,
          when: { param: `p${index}` },
        }));
      }),
      [`size ${S}.conditions`],
    ],
    ["a rule that is none", when(3), [`type ${W}`]],
    ["an empty rule", when({}), [`one_of ${W}`]],
    ["two leaves", when({ param: "a", channel: "email" }), [`one_of ${W}`]],
    ["a mistyped leaf", when({ parm: "gclid" }), [`unknown_key ${W}.parm`]],
    ["a regular expression", when({ param: "a", matches: ".*" }), [`unknown_key ${W}.matches`]],
    ["two comparisons", when({ param: "a", is: "b", starts: "c" }), [`one_of ${W}`]],
    ["a comparison of a channel", when({ channel: "email", is: "b" }), [`unknown_key ${W}.is`]],
    ["a comparison of nothing", when({ is: "b" }), [`unknown_key ${W}.is`]],
    ["no rules to hold", when({ all: [] }), [`size ${W}.all`]],
    [
      "a fault deep inside",
      when({ all: [{ not: { any: [{ device: "phone" }] } }] }),
      [`enum ${W}.all[0].not.any[0].device`],
    ],
    ["an unknown channel", when({ channel: "seo" }), [`enum ${W}.channel`]],
    ["an unknown channel of several", when({ channel: ["email", "seo"] }), [`enum ${W}.channel[1]`]],
    ["a referrer with scheme", when({ referrer: "https://a.example" }), [`pattern ${W}.referrer`]],
    ["a landing page with host", when({ landing: "a.example/b" }), [`pattern ${W}.landing`]],
    ["a page with query", when({ page: "/a?b=c" }), [`pattern ${W}.page`]],
    ["no bounds", when({ pages: {} }), [`size ${W}.pages`]],
    ["bounds that cross", when({ pages: { min: 3, max: 2 } }), [`range ${W}.pages`]],
    ["page zero", when({ pages: { min: 0 } }), [`range ${W}.pages.min`]],
    ["a region in a language", when({ language: "fr-FR" }), [`pattern ${W}.language`]],
    ["an hour that does not exist", when({ hours: { from: "9:00" } }), [`pattern ${W}.hours.from`]],
    ["a day that does not exist", when({ hours: { days: ["monday"] } }), [`enum ${W}.hours.days[0]`]],
    ["hours nowhere", when({ hours: { tz: "Nowhere/X", from: "09:00" } }), [`time_zone ${W}.hours.tz`]],
    ["a touch that does not exist", set("conditions.0.touch", "first"), [`enum ${S}.conditions[0].touch`]],
    [
      "an id of the terminal from nowhere",
      set("trackingIds.add.0.from", "dom"),
      [`enum ${S}.trackingIds.add[0].from`],
    ],
    [
      "the same id of the terminal twice",
      (site) => site.trackingIds.add.push({ name: "crm", from: "param", key: "x" }),
      [`duplicate ${S}.trackingIds.add[1].name`],
    ],
  ])("%s", (_, spoil, expected) => {
    const { ok, errors, sites } = checkConfiguration(fileOf(spoil));
    expect(placed(errors).sort()).toEqual(expected.toSorted());
    expect({ ok, sites }).toEqual({ ok: false, sites: [] });
    for (const { message, expected: wanted } of errors) {
      expect(message).not.toBe("");
      expect(wanted).not.toBe("");
    }
  });

  it("names what was meant, what was found and what was expected", () => {
    expect(checkConfiguration(fileOf(set("numbrs", []))).errors[0]).toMatchObject({
      message: 'unknown key "numbrs", did you mean "numbers"?',
      found: "numbrs",
    });
    expect(checkConfiguration(fileOf(set("visitorDays", 400))).errors[0]).toEqual({
      path: `${S}.visitorDays`,
      code: "range",
      message: "expected from 1 to 395, found 400",
      found: 400,
      expected: "from 1 to 395",
    });
  });

  it("tells all at once, across sites", () => {
    const first = { ...exampleSite(), mode: "parcour", visitorDays: 0 };
    const second = exampleSite();
    second.conditions[0].when = { parm: "x" };
    second.numbers[0].number = "0123";
    second.timeZone = "X/Y";
    expect(
      placed(checkConfiguration(JSON.stringify({ sites: [first, second], more: 1 })).errors).sort(),
    ).toEqual([
      "duplicate $.sites[1].key",
      "enum $.sites[0].mode",
      "phone $.sites[1].numbers[0].number",
      "range $.sites[0].visitorDays",
      "time_zone $.sites[1].timeZone",
      "unknown_key $.more",
      "unknown_key $.sites[1].conditions[0].when.parm",
    ]);
  });

  test.each([
    ["{}", "required $.sites"],
    ['{"sites":[]}', "size $.sites"],
    ['{"sites":{}}', "type $.sites"],
    ["[]", "type $"],
    ["null", "type $"],
  ])("a file of the wrong shape: %s", (text, expected) => {
    expect(placed(checkConfiguration(text).errors)).toEqual([expected]);
  });
});

describe("warnings do not stop", () => {
  test.each<[string, Spoil, string[]]>([
    [
      "a tracked number out of service",
      set("numbers.0.tracked", "+33033333333"),
      [`phone ${S}.numbers[0].tracked`],
    ],
    ["plain HTTP", set("origins", ["http://a.example"]), [`insecure ${S}.origins[0]`]],
    ["plain HTTP to the endpoint", set("endpoint", "http://calls.example"), [`insecure ${S}.endpoint`]],
    [
      "plain HTTP on this machine",
      set("origins", ["http://localhost:8787", "http://127.0.0.1:8787", "http://[::1]:80"]),
      [],
    ],
    ["no origins", drop("origins"), [`no_origins ${S}.origins`]],
    ["no numbers", all(set("numbers", []), drop("conditions")), [`no_numbers ${S}.numbers`]],
    [
      "invisible without tracked",
      all(set("mode", "invisible"), drop("conditions"), drop("numbers.0.tracked")),
      [`no_tracked ${S}.numbers[0]`],
    ],
    ["conditions in invisible", set("mode", "invisible"), [`not_in_mode ${S}.conditions`]],
    [
      "taps in rotation",
      all(set("mode", "rotation"), set("callClicks", true)),
      [`not_in_mode ${S}.callClicks`],
    ],
    [
      "a category with a manager that knows us by name",
      all(set("consent.manager", "axeptio"), set("consent.category", "analytics")),
      [`no_effect ${S}.consent.category`],
    ],
    [
      "TCF's ids with a manager of categories",
      all(
        set("consent.manager", "onetrust"),
        set("consent.key", "magnetis"),
        set("consent.vendor", 7),
        set("consent.purposes", [1]),
        set("consent.category", "C0002"),
      ),
      [`no_effect ${S}.consent.key`, `no_effect ${S}.consent.vendor`, `no_effect ${S}.consent.purposes`],
    ],
    [
      "TCF without vendor",
      all(drop("consent.key"), set("consent.manager", "tcf")),
      [`tcf_without_vendor ${S}.consent.vendor`],
    ],
    [
      "TCF with a vendor",
      all(drop("consent.key"), set("consent.manager", "tcf"), set("consent.vendor", 7)),
      [],
    ],
    ["carry", set("carry", true), [`not_yet ${S}.carry`]],
    ["every parameter", set("params", ["*"]), [`keeps_everything ${S}.params[0]`]],
    [
      "a default id again",
      set("trackingIds.add.0.name", "gclid"),
      [`duplicate ${S}.trackingIds.add[0].name`],
    ],
    ["short retention", set("retentionDays", 7), [`retention ${S}.retentionDays`]],
    [
      "a touch in a last site",
      all(set("entry", "last"), set("conditions.0.touch", "last")),
      [`no_effect ${S}.conditions[0].touch`],
    ],
    [
      "a condition that shows nothing",
      set("conditions.0.numbers", {}),
      [`no_effect ${S}.conditions[0].numbers`],
    ],
    [
      "a number shared by two sources",
      set("conditions.1.numbers.main", "+33184880001"),
      [`shared_number ${S}.conditions[1].numbers.main`],
    ],
    [
      "another number of the owner's",
      (site) => {
        site.numbers.push({ id: "office", number: "+33123456790" });
        site.conditions[0].numbers.main = "+33123456790";
      },
      [`owner_number ${S}.conditions[0].numbers.main`],
    ],
    [
      "the server's cookie for another site",
      all(set("cookie", "server"), set("cookieDomain", "other.example")),
      [`cookie_domain ${S}.origins[0]`],
    ],
    ["the internal channel", when({ channel: "internal" }), [`never_matches ${W}.channel`]],
    [
      "the same rule again",
      set("conditions.1.when", { any: [{ param: "wbraid" }, { param: "gclid" }, { param: "gbraid" }] }),
      [`shadowed ${S}.conditions[1]`],
    ],
    [
      "a narrower rule later",
      set("conditions.2.when", { all: [{ param: "gclid", is: "x" }, { device: "mobile" }] }),
      [`shadowed ${S}.conditions[2]`],
    ],
    [
      "a narrower rule first",
      all(when({ channel: "email" }), set("conditions.1.when", { channel: ["email", "display"] })),
      [],
    ],
  ])("%s", (_, spoil, expected) => {
    const { ok, errors, warnings } = checkConfiguration(fileOf(spoil));
    expect({ ok, errors, warnings: placed(warnings) }).toEqual({ ok: true, errors: [], warnings: expected });
  });
});

describe("broken JSON", () => {
  test.each([
    ['{\n  "a": [\n    {},\n  ]\n}', "line 4, column 3", "a comma is not allowed before the end"],
    ['{\n  "a": 1\n  "b": 2\n}', "line 3, column 3", "a comma is missing"],
    ["{ 'a': 1 }", "line 1, column 3", "strings take double quotes"],
    ['{ "a": 1 } // more', "line 1, column 12", "comments are not allowed"],
    ['{ "a": [1', "line 1, column 10", "ends too early"],
    ["", "line 1, column 1", "ends too early"],
  ])("%j", (text, place, reason) => {
    const { errors } = checkConfiguration(text);
    expect(placed(errors)).toEqual(["invalid_json $"]);
    expect(errors[0]?.message).toContain(place);
    expect(errors[0]?.message).toContain(reason);
  });

  it("names the file", () => {
    expect(checkConfiguration("{", "a.json").errors[0]?.message).toContain("a.json:1:2");
  });

  it("forgives a byte order mark", () => {
    expect(checkConfiguration(`\uFEFF${fileOf()}`).ok).toBe(true);
  });

  it("refuses a key written twice, of which JSON would keep the last", () => {
    const text = fileOf().replace('"key"', '"key":"other-site","key"');
    expect(placed(checkConfiguration(text).errors)).toEqual([`duplicate_key ${S}.key`]);
  });

  it("refuses bottomless nesting", () => {
    expect(placed(checkConfiguration("[".repeat(100_000)).errors)).toEqual(["too_deep $"]);
    expect(
      placed(
        checkConfiguration(fileOf(when(JSON.parse(`${'{"not":'.repeat(70)}{}${"}".repeat(70)}`)))).errors,
      ),
    ).toEqual(["too_deep $"]);
  });

  it("is found exactly where JSON.parse finds it", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"',
      "\\",
      "1",
      "-",
      "0",
      "e5",
      ".5",
      "true",
      "nul",
      " ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        let broken = false;
        try {
          JSON.parse(text);
        } catch {
          broken = true;
        }
        expect(checkConfiguration(text).errors.some(({ code }) => code === "invalid_json")).toBe(broken);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("never throws", () => {
  it("on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => void checkConfiguration(text)));
  });

  it("on any JSON, and then says why", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { ok, errors } = checkConfiguration(JSON.stringify(value));
        expect(ok).toBe(false);
        expect(errors.length).toBeGreaterThan(0);
      }),
    );
  });

  it("on the example with any value anywhere, and accepts only what is complete", () => {
    const paths: string[][] = [];
    const walk = (value: unknown, path: string[]) => {
      if (path.length > 0) paths.push(path);
      if (typeof value === "object" && value !== null)
        for (const [key, child] of Object.entries(value)) walk(child, [...path, key]);
    };
    walk(exampleSite(), []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const { ok, errors, sites } = checkConfiguration(fileOf(set(path.join("."), value)));
        expect(ok).toBe(errors.length === 0);
        expect(sites.length).toBe(ok ? 1 : 0);
      }),
      {
        numRuns: 500,
        // What compares elements must not call what they hold.
        examples: [
          [
            ["conditions", "1", "when", "channel"],
            [{}, { valueOf: "" }],
          ],
        ],
      },
    );
  });
});

describe("values as browsers write them", () => {
  const siteOf = (spoil: Spoil) => checkConfiguration(fileOf(spoil)).sites[0];

  test.each([
    ["origin", "origine"],
    ["traffic", "trafic"],
    ["journey", "parcours"],
  ])("mode %s is %s", (alias, mode) => {
    expect(siteOf(set("mode", alias))?.mode).toBe(mode);
  });

  it("origins", () => {
    const origins = ["https://WWW.Example.com:443", "https://*.café.example:8443", "http://[::1]:8787"];
    expect(siteOf(set("origins", origins))?.origins).toEqual([
      "https://www.example.com",
      "https://*.xn--caf-dma.example:8443",
      "http://[::1]:8787",
    ]);
  });

  test.each([
    [{ referrer: "*.Café.example" }, { referrer: "*.xn--caf-dma.example" }],
    [{ landing: "/été/*" }, { landing: "/%C3%A9t%C3%A9/*" }],
    [
      { not: { hours: { from: "18:00", to: "24:00" } } },
      { not: { hours: { tz: "Europe/Paris", from: "18:00", to: "24:00" } } },
    ],
    [{ hours: { tz: "Europe/Lisbon", days: ["mon"] } }, { hours: { tz: "Europe/Lisbon", days: ["mon"] } }],
  ])("%j", (written, expected) => {
    expect(siteOf(when(written))?.conditions[0]?.when).toEqual(expected);
  });

  it("a key of its own for what the owner keeps longer", () => {
    expect(siteOf(set("visitorDays", 90))?.retentionDays).toBe(90);
    expect(siteOf(drop("name"))?.name).toBe("mod-demo");
    expect(siteOf(set("endpoint", "https://calls.example/"))?.endpoint).toBe("https://calls.example");
    expect(
      siteOf(all(set("cookie", "server"), set("cookieDomain", ".Garage-Martin.example")))?.cookieDomain,
    ).toBe("garage-martin.example");
  });
});

describe("the published schema", () => {
  it("is one by its own standard, and says something about every key", () => {
    expect(new Ajv2020().validateSchema(siteSchema)).toBe(true);
    const silent: string[] = [];
    const walk = (schema: Loose, path: string) => {
      for (const [key, child] of Object.entries<Loose>(schema.properties ?? {})) {
        if (!child.description) silent.push(`${path}.${key}`);
        walk(child, `${path}.${key}`);
      }
      if (schema.items) walk(schema.items, `${path}[]`);
    };
    walk(siteSchema, "$");
    for (const [name, definition] of Object.entries(siteSchema.$defs)) walk(definition, name);
    expect(silent).toEqual([]);
  });
});

test.each([["x"], [null], [[]], [7]])("of a site that is %j only that is said", (site) => {
  const { errors, warnings } = checkConfiguration(JSON.stringify({ sites: [site, exampleSite()] }));
  expect(placed(errors)).toEqual([`type ${S}`]);
  expect(warnings).toEqual([]);
});

test("what is expected instead of a repeated value reads well", () => {
  const repeat = all(
    set("origins", ["https://a.example", "https://a.example:443"]),
    set("conditions.1.id", "google-ads"),
  );
  expect(checkConfiguration(fileOf(repeat)).errors.map(({ expected }) => expected)).toEqual([
    "a condition id of its own",
    "an origin of its own",
  ]);
});
