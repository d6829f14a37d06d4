// @vitest-environment node
import { describe, expect, test } from "vitest";
import { checkConfiguration } from "../../../../src/endpoint/configuration/checkConfiguration.ts";
import { checkContent } from "../../../../src/endpoint/configuration/readConfiguration.ts";
import { CHANNELS } from "../../../../src/vocabulary/channels.ts";
import { exampleSite, fileOf, placed, type Spoil, set } from "./exampleSite.ts";

// Rows for each kind of slip that owners make: what is wrong in plain words, and what was meant.

const S = "$.sites[0]";

const messages = (text: string) => {
  const { errors, warnings } = checkConfiguration(text);
  return [...errors, ...warnings].map(({ message }) => message).join("\n");
};
const found = (spoil: Spoil) => messages(fileOf(spoil));
const warned = (...spoils: Spoil[]) => {
  const { ok, warnings } = checkConfiguration(fileOf((site) => void spoils.map((spoil) => spoil(site))));
  expect(ok).toBe(true);
  return placed(warnings);
};
const when = (value: unknown) => set("conditions.0.when", value);
const W = `${S}.conditions[0].when`;

describe("files that are no JSON", () => {
  test.each<[string, string]>([
    ['{ "a": 1 } # note', "comments are not allowed"],
    ['{ /* note */ "a": 1 }', "comments are not allowed"],
    ['{ "a": [1, ] }', "a comma is not allowed before the end"],
    ['{ "a": 1,, "b": 2 }', "a comma too many"],
    ['{ "a": 1; "b": 2 }', "; in the place of a comma"],
    ['{ "a" = 1 }', "= in the place of :"],
    ['{ "a": [\n1\n2] }', "a comma is missing"],
    ["{ “a”: 1 }", "typographic quotes"],
    ['{ "a": «b» }', "typographic quotes"],
    ['{ "a": "b”, "c": 1 }', "typographic quotes"],
    ["{ `a`: 1 }", "strings take double quotes"],
    ["{ a: 1 }", 'keys stand in double quotes: "a"'],
    ['{ "mode": parcours }', 'text stands in double quotes: "parcours"'],
    ['{ "gpc": True }', "did you mean true?"],
    ['{ "number": +33 1 23 45 67 89 }', 'in double quotes: "+33123456789"'],
    ['{ "number": 06.12.34.56.78 }', 'in double quotes: "+33612345678"'],
    ['{ "region": "GB", "number": 020 7946 0958 }', 'in double quotes: "+442079460958"'],
    ['{ "a": "b\n}', "not closed"],
    ['{ "a": "C:\\dir" }', 'write "\\\\"'],
    ['{\n"a": [1, 2 }', 'the "[" of line 2 is not closed yet'],
    ['{\n"a": {\n', 'the "{" of line 2 is never closed'],
    ['{ "a": 1 } }', 'a "}" too many'],
    ['{ "a": 1 }\n{ "b": 2 }', "two files in one"],
    ['{ "a": 1,\u00a0"b": 2 }', "U+00A0"],
    ['{ "a"：1 }', "full-width ："],
    ["<!doctype html><html>", "this is a web page"],
    ['<?xml version="1.0"?>', "this is XML"],
    ["{\\rtf1\\ansi }", "word processor"],
    ["sites:\n  - key: abc", "YAML"],
    ["export default { sites: [] }", "JavaScript"],
    ['{\n<<<<<<< HEAD\n"a": 1 }', "merged"],
    [" \n", "the file is empty"],
    ["Bonjour, voici ma configuration", "some other text"],
    ["{ &quot;a&quot;: 1 }", "&quot; comes from a web page"],
    ['{ \\"a\\": 1 }', "a backslash stands before the quotes"],
    ['{ "a": 1, ... }', "what was left out"],
    ['{ "a" 1 }', "a colon is missing"],
  ])("%j: %s", (text, words) => {
    expect(placed(checkConfiguration(text).errors)).toContain("invalid_json $");
    expect(messages(text)).toContain(words);
  });

  test("each kind of slip once, with all its lines", () => {
    const { errors } = checkConfiguration("{\n 'a': 1, // one\n 'b': 2, // two\n 'c': [3,],\n}");
    expect(errors.map(({ message }) => message.replace(/found ., /, ""))).toEqual([
      expect.stringMatching(/line 2, column 2: strings take double quotes .*\(also on lines 3, 4\)$/),
      expect.stringMatching(/line 2, column 10: comments .*\(also on line 3\)$/),
      expect.stringMatching(/line 4, column 10: a comma is not allowed .*\(also on line 5\)$/),
    ]);
  });

  test("and what is wrong with their values, in one go", () => {
    const text = fileOf((site) => {
      site.numbers[0].number = "01 23 45 67 89";
      site.vsitorDays = 30;
    }).replace('"mode"', '// the mode\n"mode"');
    expect(placed(checkConfiguration(text).errors)).toEqual([
      "invalid_json $",
      `unknown_key ${S}.vsitorDays`,
      `phone ${S}.numbers[0].number`,
    ]);
  });

  test("all numbers without quotes", () => {
    const text = fileOf()
      .replace('"+33123456789"', "01 23 45 67 89")
      .replace('"+33184880000"', "\n0184880000")
      .replace('"mode"', "mode");
    expect(messages(text)).toMatch(/"\+33123456789" \(also on line 2\)/);
    expect(messages(text)).toContain('keys stand in double quotes: "mode"');
  });

  test("keys in another language are read as they were meant", () => {
    const site = {
      clé: "garage",
      origines: ["https://a.example"],
      mode: "parcours",
      numéros: [{ id: "main", numéro: "01 23 45 67 89", suivi: "+33184880000" }],
    };
    expect(placed(checkConfiguration(JSON.stringify({ sites: [site] })).errors)).toEqual([
      `unknown_key ${S}['clé']`,
      `unknown_key ${S}.origines`,
      `unknown_key ${S}['numéros']`,
      `unknown_key ${S}['numéros'][0]['numéro']`,
      `unknown_key ${S}['numéros'][0].suivi`,
      `phone ${S}['numéros'][0]['numéro']`,
    ]);
  });

  test.each<[string, Buffer, string]>([
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${fileOf()}`, "utf16le"), 'which some editors call "Unicode"'],
    ["UTF-16 without", Buffer.from(fileOf(), "utf16le"), "saved as UTF-16"],
    ["Windows-1252", Buffer.from('{ "name": "Café" }', "latin1"), "save it as UTF-8"],
    ["an archive", Buffer.from("504b0304140000000800ff", "hex"), "office program or an archive"],
  ])("%s", (_, content, words) => {
    const { errors } = checkContent(content, "a.json");
    expect(placed(errors)).toEqual(["encoding $"]);
    expect(errors[0]?.message).toContain(words);
  });

  test("a list or a single site in the place of a file", () => {
    expect(messages(JSON.stringify([exampleSite()]))).toContain('found a list, put it into "sites"');
    expect(messages(JSON.stringify(exampleSite()))).toContain("put this site into the list");
  });
});

describe("what was meant", () => {
  test.each<[string, unknown, string]>([
    ["numbers.0.number", "01 23 45 67 89", '"+33123456789"'],
    ["numbers.0.number", "01.23.45.67.89", '"+33123456789"'],
    ["numbers.0.number", "0033 1 23 45 67 89", '"+33123456789"'],
    ["numbers.0.number", "+33 (0)1 23 45 67 89", '"+33123456789"'],
    ["numbers.0.number", "+330123456789", '"+33123456789"'],
    ["numbers.0.number", "33123456789", '"+33123456789"'],
    ["numbers.0.number", "tel:+33123456789", '"+33123456789"'],
    ["numbers.0.number", "+33\u202f1\u00a023 45 67 89", '"+33123456789"'],
    ["numbers.0.number", "O1 23 45 67 89", '"+33123456789"'],
    ["numbers.0.number", "\u200e+33123456789", "invisible characters (U+200E)"],
    ["numbers.0.number", 123456789, '"+33123456789"'],
    ["conditions.0.numbers.main", "01 84 88 00 01", '"+33184880001"'],
    ["numbers.0.number", "Tél : 01 23 45 67 89", '"+33123456789"'],
    ["numbers.0.number", "01 23 45 67 89 (standard)", '"+33123456789"'],
    ["numbers.0.number", "01 23 45 67 89 / 90", '"+33123456789"'],
    ["numbers.0.number", "01 23 45 67 89 01", "digits too many"],
    ["numbers.0.number", "+3312345678", "digits are missing"],
    ["numbers.0.number", "112", "a short number"],
    ["numbers.0.number", "118 218", "a short number"],
    ["conditions.0.numbers", ["+33184880001"], '{ "main": "+33184880001" }'],
    ["conditions.0.numbers", { Main: "+33184880001" }, '"main"'],
    [
      "origins",
      "garage.example, www.garage.example",
      '[ "https://garage.example", "https://www.garage.example" ]',
    ],
    ["origins.0", "//garage.example", '"https://garage.example"'],
    ["conditions.0.when", { channel: "SEO, SEA" }, '[ "organic_search", "paid_search" ]'],
    ["conditions.0.when", { param: "a", is: ["b", "c"] }, '"in": [ "b", "c" ]'],
    ["conditions.0.when", { param: "a", in: "b,c" }, '[ "b", "c" ]'],
    ["conditions.0.when", { landing: "^/offres" }, '"/offres"'],
    ["conditions.0.when", { days: ["mon"] }, 'into "hours"'],
    ["conditions.0.when", { hours: { from: 9 } }, '"09:00"'],
    ["conditions.0.when", { hours: { tz: "Paris", from: "09:00" } }, '"Europe/Paris"'],
    ["conditions.0.when", { default: true }, 'a number\'s own "tracked"'],
    ["consent.manager", "cookieyes", '"tcf" hears it'],
    ["carry", "true", "true, without quotes"],
    ["visitorDays", "13 mois", "395"],
    ["timeZone", "Bruxelles", '"Europe/Brussels"'],
    ["timeZone", "Romance Standard Time", '"Europe/Paris"'],
    ["origins.0", "garage.example", '"https://garage.example"'],
    ["origins.0", "https://garage.example/contact?a=b", '"https://garage.example"'],
    ["origins.0", "*.garage.example", '"https://*.garage.example"'],
    ["origins.0", "https://shop.*.example.com", '"https://*.example.com"'],
    ["origins", "https://garage.example", '[ "https://garage.example" ]'],
    ["referrerIgnore", ["https://pay.example/return"], '"pay.example"'],
    ["cookieDomain", "https://www.garage.example/", '"www.garage.example"'],
    ["endpoint", "calls.example", '"https://calls.example"'],
    ["conditions.0.when", { landing: "https://a.example/b/*" }, '"/b/*"'],
    ["conditions.0.when", { page: "offers?ref=x" }, '"/offers"'],
    ["conditions.0.when", { page: "offers?ref=x" }, '{ "param": "ref", "is": "x" }'],
    ["conditions.0.when", { utm_source: "gmb" }, '{ "param": "utm_source", "is": "gmb" }'],
    ["conditions.0.when", { utm_medium: ["a", "b"] }, '{ "param": "utm_medium", "in": [ "a", "b" ] }'],
    ["conditions.0.when", { utm_campaign: "sale*" }, '{ "param": "utm_campaign", "like": "sale*" }'],
    ["conditions.0.when", { gclid: true }, '{ "param": "gclid" }'],
    ["conditions.0.when", "utm_source=gmb", '{ "param": "utm_source", "is": "gmb" }'],
    ["conditions.0.when", { and: [] }, '"all"'],
    ["conditions.0.when", { param: "a", equals: "b" }, '"is"'],
    ["conditions.0.when", { param: "a", regex: "b" }, '"like"'],
    ["conditions.0.when", { canal: "email" }, '"channel"'],
    [
      "conditions.0.when",
      { param: "a", device: "mobile" },
      '{ "all": [ { "param": "a" }, { "device": "mobile" } ] }',
    ],
    ["conditions.0.when", { channel: "SEO" }, '"organic_search"'],
    ["conditions.0.when", { channel: "Organic Social" }, '"organic_social"'],
    ["conditions.0.when", { device: "téléphone" }, '"mobile"'],
    ["conditions.0.when", { language: "fr-FR" }, '"fr"'],
    ["conditions.0.when", { language: "anglais" }, '"en"'],
    ["conditions.0.when", { hours: { from: "9:00" } }, '"09:00"'],
    ["conditions.0.when", { hours: { to: "18h30" } }, '"18:30"'],
    ["conditions.0.when", { hours: { to: "6 pm" } }, '"18:00"'],
    ["conditions.0.when", { hours: { days: ["lundi"] } }, '"mon"'],
    ["conditions.0.when", { pages: 3 }, '{ "min": 3 }'],
    ["conditions.0.when", { source: "google" }, '{ "param": "utm_source", "is": "google" }'],
    ["conditions.0.when", { param: { utm_source: "gmb" } }, '{ "param": "utm_source", "is": "gmb" }'],
    ["conditions.0.when", [{ param: "a" }], '{ "any": [ … ] }'],
    [
      "conditions.0.when",
      { language: ["fr", "en"] },
      '{ "any": [ { "language": "fr" }, { "language": "en" } ] }',
    ],
    [
      "conditions.0.when",
      { device: ["mobile", "desktop"] },
      '{ "any": [ { "device": "mobile" }, { "device": "desktop" } ] }',
    ],
    ["conditions.0.when", { hours: "9h-18h" }, '{ "from": "09:00", "to": "18:00" }'],
    ["conditions.0.numbers", "+33184880001", '{ "main": "+33184880001" }'],
    ["conditions.0.touch", true, '"last"'],
    ["numbers.0", "01 23 45 67 89", '{ "id": "main", "number": "+33123456789" }'],
    ["numbers.0.tracked", "+33184880000 ext. 3", '"+33184880000"'],
    ["numbers.0.tracked", "+٣٣١٨٤٨٨٠٠٠٠", '"+33184880000"'],
    ["mode", "parcours\u200b", '"parcours" with blanks or invisible characters (U+200B)'],
    ["_comment", "the owner's", "takes no comments"],
    ["name", null, "to leave the key out"],
    ["numéros", [], '"numbers"'],
    ["domaines", [], '"origins"'],
    ["manager", "klaro", 'it belongs into "consent"'],
    ["consent", "klaro", '{ "manager": "klaro" }'],
    ["consent.manager", "tarteaucitron.js", '"tarteaucitron"'],
    ["consent.manager", "IAB", '"tcf"'],
    ["consent.gpc", "oui", "true, without quotes"],
    ["visitorDays", "30", "30, without quotes"],
    ["entry", "dernier", '"last"'],
    ["key", "Garage Martin", '"garage-martin"'],
    ["region", "fr", '"FR"'],
    ["region", "Belgique", '"BE"'],
    ["timeZone", "Paris", '"Europe/Paris"'],
  ])("%s %j: %s", (path, value, meant) => {
    expect(checkConfiguration(fileOf(set(path, value))).ok).toBe(false);
    expect(found(set(path, value))).toContain(meant);
  });

  test("by the country of the site", () => {
    expect(
      found((site) => {
        site.region = "GB";
        site.numbers[0].number = "020 7946 0958";
      }),
    ).toContain('"+442079460958"');
  });

  test.each(["1-800-FLOWERS", "0123", "call us"])("nothing where nothing can be worked out: %j", (number) => {
    expect(found(set("numbers.0.number", number))).not.toContain("did you mean");
  });
});

describe("conditions", () => {
  const second = (value: unknown) => set("conditions.1.when", value);
  test.each<[unknown, unknown]>([
    [{ landing: "/a/*" }, { landing: "/a/b" }],
    [{ page: "/a*" }, { page: "/a/b*" }],
    [{ referrer: "a.example" }, { referrer: "www.a.example" }],
    [
      { param: "a", like: "*" },
      { param: "a", is: "b" },
    ],
    [
      { param: "a", like: "b*" },
      { param: "a", starts: "bc" },
    ],
    [{ hours: { from: "08:00", to: "20:00" } }, { hours: { days: ["mon"], from: "09:00", to: "18:00" } }],
    [{ language: "fr" }, { all: [{ language: "fr" }, { device: "mobile" }] }],
    [{ not: { language: "fr" } }, { language: "en" }],
    [{ channel: "paid_search" }, { param: "gclid" }],
    [
      { channel: ["paid_search", "paid_social", "display"] },
      { all: [{ param: "dclid" }, { device: "mobile" }] },
    ],
    [{ not: { channel: "direct" } }, { referrer: "blog.example" }],
    [
      { hours: { from: "09:00", to: "18:00" } },
      { hours: { tz: "Europe/Paris", from: "10:00", to: "12:00" } },
    ],
    [{ referrer: "Exämple.fr" }, { referrer: "www.xn--exmple-cua.fr" }],
  ])("%j hides %j", (one, other) => {
    expect(warned(when(one), second(other))).toEqual([`shadowed ${S}.conditions[1]`]);
    expect(warned(when(other), second(one))).toEqual([]);
  });

  test("that several hide together", () => {
    expect(
      warned(
        when({ channel: "email" }),
        second({ channel: "display" }),
        set("conditions.2.when", { channel: ["email", "display"] }),
      ),
    ).toEqual([`shadowed ${S}.conditions[2]`]);
    expect(warned(when({ device: "mobile" }), second({ device: "desktop" }))).toEqual([
      `shadowed ${S}.conditions[2]`,
    ]);
  });

  test.each<[unknown, unknown]>([
    [{ channel: "email" }, { param: "utm_medium", is: "email" }],
    [{ channel: "organic_search" }, { referrer: "google.fr" }],
    [{ channel: "paid_search" }, { param: "utm_source", is: "google" }],
    [{ channel: "paid_social" }, { param: "fbclid" }],
  ])("%j leaves something to %j", (one, other) => {
    expect(warned(when(one), second(other))).toEqual([]);
  });

  test.each<[unknown]>([
    [{ landing: "/*" }],
    [{ pages: { min: 1 } }],
    [{ channel: [...CHANNELS] }],
    [{ hours: { from: "00:00", to: "24:00" } }],
    [{ any: [{ param: "a" }, { not: { param: "a" } }] }],
  ])("that always hold: %j", (rule) => {
    expect(warned(when(rule))).toEqual([
      `always_matches ${W}`,
      `shadowed ${S}.conditions[1]`,
      `shadowed ${S}.conditions[2]`,
    ]);
  });

  test.each<[unknown, string]>([
    [{ all: [{ device: "mobile" }, { device: "desktop" }] }, W],
    [{ all: [{ channel: "email" }, { param: "gclid" }] }, W],
    [{ param: "utm_source=google" }, `${W}.param`],
    [{ param: "?gclid" }, `${W}.param`],
    [{ param: "a", is: "b*" }, `${W}.is`],
    [{ param: "a", is: "b%20c" }, `${W}.is`],
    [{ param: "a", in: ["b", "c "] }, `${W}.in[1]`],
    [{ param: "a", like: "^b.*" }, `${W}.like`],
    [{ param: "a", like: "b|c" }, `${W}.like`],
    [{ landing: "/a/.*" }, `${W}.landing`],
    [{ page: "/a/../b" }, `${W}.page`],
    [{ referrer: "google" }, `${W}.referrer`],
    [{ referrer: "google.com|bing.com" }, `${W}.referrer`],
    [{ referrer: "direct" }, `${W}.referrer`],
    [{ param: "GCLID" }, `${W}.param`],
    [{ param: "a", starts: "b*" }, `${W}.starts`],
    [{ param: "a", is: "b|c" }, `${W}.is`],
    [{ landing: "/a|/b" }, `${W}.landing`],
    [{ referrer: ".google.com" }, `${W}.referrer`],
    [{ language: "fra" }, `${W}.language`],
    [{ language: "gb" }, `${W}.language`],
  ])("that never hold: %j", (rule, path) => {
    expect(warned(when(rule))).toEqual([`never_matches ${path}`]);
  });

  test.each<[unknown]>([
    [{ referrer: "google.*" }],
    [{ landing: "/page.*" }],
    [{ param: "a", like: "v1.*" }],
    [{ param: "a", is: "promo(1|2)" }],
    [{ param: "crmId" }],
    [{ landing: "/réparation/*" }],
  ])("that are right: %j", (rule) => expect(warned(when(rule))).toEqual([]));

  test("which of two exclude each other", () => {
    expect(
      found(when({ all: [{ pages: { min: 2 } }, { channel: "email" }, { channel: "display" }] })),
    ).toContain('{"channel":"email"} and {"channel":"display"} exclude each other, did you mean "any"');
  });

  test("all day between two equal times", () => {
    expect(warned(when({ hours: { days: ["mon"], from: "09:00", to: "09:00" } }))).toEqual([
      `always_matches ${W}.hours`,
    ]);
  });
});

describe("settings that do nothing, or harm", () => {
  const consent = (value: object) => set("consent", value);
  test.each<[object, string[]]>([
    [{ manager: "didomi", key: "magnetis" }, [`never_answers ${S}.consent.key`]],
    [{ manager: "didomi" }, [`never_answers ${S}.consent.key`]],
    [{ manager: "didomi", key: "c:magnetis-AbC123xy" }, []],
    [{ manager: "usercentrics" }, [`never_answers ${S}.consent.key`]],
    [{ manager: "usercentrics", key: "mGt4cAlL5" }, []],
    [{ manager: "onetrust", category: "statistics" }, [`never_answers ${S}.consent.category`]],
    [{ manager: "onetrust", category: "analytics" }, []],
    [{ manager: "onetrust" }, []],
    [{ manager: "cookiebot", category: "Marketing" }, [`never_answers ${S}.consent.category`]],
    [{ manager: "wordpress", category: "statistics-anonymous" }, []],
    [{ manager: "google", category: "analytics_store" }, [`never_answers ${S}.consent.category`]],
    [{ manager: "klaro", key: "anything" }, []],
    // Nobody is asked for these.
    [{ manager: "cookiebot", category: "necessary" }, [`exempt ${S}.consent.category`]],
    [{ manager: "onetrust", category: "C0001" }, [`exempt ${S}.consent.category`]],
    [{ manager: "wordpress", category: "functional" }, [`exempt ${S}.consent.category`]],
    [{ manager: "cookieconsent", category: "necessary" }, [`exempt ${S}.consent.category`]],
  ])("%j", (settings, expected) => expect(warned(consent(settings))).toEqual(expected));

  test("the explicit exemption of rotation, once for each site", () => {
    expect(warned(set("mode", "rotation"), set("consent.rotation", "exempt"))).toEqual([
      `exempt ${S}.consent.rotation`,
    ]);
    expect(warned(set("mode", "rotation"), set("consent.rotation", "required"))).toEqual([]);
    expect(warned(set("mode", "rotation"))).toEqual([]);
  });

  test.each<[string, unknown, string[]]>([
    ["numbers.0.tracked", "+33123456789", [`no_effect ${S}.numbers[0].tracked`]],
    ["numbers.0.tracked", "+33899123456", [`premium_rate ${S}.numbers[0].tracked`]],
    ["conditions.0.numbers.main", "+33826123456", [`premium_rate ${S}.conditions[0].numbers.main`]],
    [
      "trackingIds",
      { add: [{ name: "user", from: "window", key: "app.user()" }] },
      [`never_matches ${S}.trackingIds.add[0].key`],
    ],
    ["params", ["?utm_*"], [`never_matches ${S}.params[0]`]],
    ["params", ["utm_source=x"], [`never_matches ${S}.params[0]`]],
    ["valueTrack", { keyword: "?kw" }, [`never_matches ${S}.valueTrack.keyword`]],
    ["endpoint", "https://calls.example/mod-demo.js", [`url ${S}.endpoint`]],
    ["endpoint", "https://calls.example/v1/events", [`url ${S}.endpoint`]],
    ["origins", ["https://*.fr"], [`too_wide ${S}.origins[0]`]],
    ["origins", ["https://*.co.uk"], [`too_wide ${S}.origins[0]`]],
    ["origins", ["https://www.garage-été.fr"], []],
    ["origins", ["https://*.github.io"], [`too_wide ${S}.origins[0]`]],
    ["origins", ["https://*.garage-martin.example", "https://*.localhost"], []],
    [
      "images",
      [{ src: "*.png", number: "main", srcFor: { "+33184880099": "/a.png" } }],
      [`no_effect ${S}.images[0].srcFor['+33184880099']`],
    ],
  ])("%s %j", (path, value, expected) => expect(warned(set(path, value))).toEqual(expected));

  test.each<[string, boolean]>([
    ["com", true],
    ["co.uk", true],
    [".com.au", true],
    ["asso.fr", true],
    ["netlify.app", true],
    ["blogspot.com", true],
    ["myshopify.com", true],
    ["kobe.jp", true],
    ["shop.kobe.jp", true],
    ["city.kobe.jp", false],
    ["example.co.uk", false],
    ["garage.fr", false],
    ["me.github.io", false],
    ["localhost", false],
  ])("a cookie for %s: refused %s", (domain, isRefused) => {
    const host = domain.replace(/^\./, "");
    expect(warned(set("cookieDomain", domain), set("origins", [`https://${host}`]))).toEqual(
      isRefused ? [`cookie_domain ${S}.cookieDomain`] : [],
    );
  });

  test("a number that nothing replaces", () => {
    const spoil: Spoil = (site) => site.numbers.push({ id: "urgent", number: "+33123456790" });
    expect(warned(spoil)).toEqual([`no_tracked ${S}.numbers[1]`]);
    expect(warned(spoil, set("conditions.0.numbers.urgent", "+33184880009"))).toEqual([]);
  });

  test("the server's cookie from an endpoint elsewhere", () => {
    const own = [set("cookie", "server"), set("cookieDomain", "garage-martin.example")];
    expect(warned(...own, set("endpoint", "https://calls.example"))).toEqual([`cookie_domain ${S}.endpoint`]);
    expect(warned(...own, set("endpoint", "https://calls.garage-martin.example"))).toEqual([]);
  });
});

describe("two sites", () => {
  const two = (spoil: Spoil) => {
    const other = { ...exampleSite(), key: "other", origins: ["https://www.other.example"] };
    spoil(other);
    const { ok, warnings } = checkConfiguration(JSON.stringify({ sites: [exampleSite(), other] }));
    expect(ok).toBe(true);
    return placed(warnings);
  };

  test("of one business share its numbers", () => expect(two(() => {})).toEqual([]));

  test("of two businesses cannot tell their calls apart", () => {
    expect(two(set("numbers.0.number", "+33123456790"))).toEqual([
      "shared_number $.sites[1].numbers[0].tracked",
      ...[0, 1, 2].map((index) => `shared_number $.sites[1].conditions[${index}].numbers.main`),
    ]);
  });

  test("that show each other's number", () => {
    expect(
      two((site) => {
        site.numbers = [{ id: "main", number: "+33123456790", tracked: "+33123456789" }];
        site.conditions = [];
      }),
    ).toEqual(["owner_number $.sites[1].numbers[0].tracked"]);
  });

  test("on one host disturb each other", () => {
    expect(two(set("origins", ["https://WWW.garage-martin.example:443"]))).toEqual([
      "shared_host $.sites[1].origins[0]",
    ]);
    expect(two(set("origins", ["https://*.garage-martin.example"]))).toEqual([
      "shared_host $.sites[1].origins[0]",
    ]);
    expect(two(set("origins", ["https://*.other-garage-martin.example"]))).toEqual([]);
  });

  test("with one cookie for their hosts are one visitor's to both", () => {
    const domain = "garage-martin.example";
    const shop = { key: "shop", origins: [`https://shop.${domain}`], cookieDomain: `.${domain}` };
    const sites = [
      { ...exampleSite(), cookieDomain: domain },
      { ...exampleSite(), ...shop },
    ];
    expect(placed(checkConfiguration(JSON.stringify({ sites })).warnings)).toEqual([
      "shared_host $.sites[1].cookieDomain",
    ]);
  });
});
