// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { checkConfiguration } from "../../../src/endpoint/configuration/checkConfiguration.ts";
import { type Arrival, ArrivalError, explain } from "../../../src/explain/explain.ts";
import type { Site } from "../../../src/vocabulary/site.ts";
import { runMgt } from "../cli/runMgt.ts";
import { exampleSite, fileOf, type Loose } from "../endpoint/configuration/exampleSite.ts";

const HOME = "https://www.garage-martin.example/";
const GOOGLE = "https://www.google.com/";

function siteOf(spoil?: (site: Loose) => void): Site {
  const [site] = checkConfiguration(fileOf(spoil)).sites;
  if (!site) throw new Error("the example is wrong");
  return site;
}

const main = (tracked: string) => [{ number: "+33123456789", tracked }];

describe("explain", () => {
  test.each<[string, Arrival, object]>([
    [
      "an advertisement",
      { url: `${HOME}?gclid=TeSt-1`, referrer: GOOGLE },
      {
        entry: true,
        channel: "paid_search",
        by: "gclid",
        source: "Google Ads",
        condition: "google-ads",
        to_swap: main("+33184880001"),
        tried: [{ id: "google-ads", matched: true, failed: null }],
      },
    ],
    [
      "a search",
      { url: HOME, referrer: GOOGLE },
      {
        entry: true,
        channel: "organic_search",
        by: "google",
        source: "Google",
        condition: "seo",
        to_swap: main("+33184880002"),
        tried: [
          { id: "google-ads", matched: false, failed: { param: "wbraid" } },
          { id: "seo", matched: true, failed: null },
        ],
      },
    ],
    [
      "a third page",
      { url: HOME, referrer: "", page: "/prices", pages: 3 },
      {
        entry: true,
        channel: "direct",
        by: "",
        source: "Lecteurs assidus",
        condition: "hesitant",
        to_swap: main("+33184880003"),
        tried: [
          { id: "google-ads", matched: false, failed: { param: "wbraid" } },
          { id: "seo", matched: false, failed: { channel: "organic_search" } },
          { id: "hesitant", matched: true, failed: null },
        ],
      },
    ],
    [
      "nothing known",
      { url: HOME },
      {
        entry: true,
        channel: "direct",
        by: "",
        source: "direct",
        condition: "",
        to_swap: main("+33184880000"),
        tried: [
          { id: "google-ads", matched: false, failed: { param: "wbraid" } },
          { id: "seo", matched: false, failed: { channel: "organic_search" } },
          { id: "hesitant", matched: false, failed: { pages: { min: 3 } } },
        ],
      },
    ],
    [
      "a first entry that stays in force",
      { url: HOME, referrer: GOOGLE, first_url: `${HOME}?gclid=TeSt-1`, first_referrer: GOOGLE },
      {
        entry: true,
        channel: "organic_search",
        by: "google",
        reference: { channel: "paid_search", by: "gclid", landing: `${HOME}?gclid=TeSt-1` },
        condition: "google-ads",
        source: "Google Ads",
      },
    ],
    [
      "a page inside the site",
      { url: `${HOME}prices`, referrer: HOME, first_url: HOME, first_referrer: GOOGLE },
      {
        entry: false,
        channel: "internal",
        by: "",
        reference: { channel: "organic_search", by: "google", landing: HOME },
        condition: "seo",
      },
    ],
    ["a path, a bare host", { url: "/a", referrer: "www.google.com" }, { entry: true, condition: "seo" }],
    ["no referrer by name", { url: "/a", referrer: "direct" }, { entry: true, channel: "direct" }],
  ])("%s", (_, arrival, expected) => {
    expect(explain(siteOf(), arrival)).toMatchObject(expected);
  });

  it("lets the last entry count where the site says so", () => {
    const site = siteOf((one) => Object.assign(one, { entry: "last" }));
    const arrival = {
      url: HOME,
      referrer: GOOGLE,
      first_url: `${HOME}?gclid=TeSt-1`,
      first_referrer: GOOGLE,
    };
    expect(explain(site, arrival)).toMatchObject({
      entry: true,
      channel: "organic_search",
      condition: "seo",
    });
    // A direct return is no entry: it takes nothing away.
    expect(explain(site, { ...arrival, referrer: "" })).toMatchObject({
      entry: false,
      channel: "internal",
      reference: { channel: "paid_search", by: "gclid" },
      condition: "google-ads",
    });
  });

  it("lets an entry count whose own condition is a last touch", () => {
    const site = siteOf((one) => Object.assign(one.conditions[0], { touch: "last" }));
    const first = { first_url: HOME, first_referrer: GOOGLE };
    expect(explain(site, { url: `${HOME}?gclid=TeSt-1`, ...first })).toMatchObject({
      channel: "paid_search",
      by: "gclid",
      condition: "google-ads",
      tried: [{ id: "google-ads", matched: true, failed: null }],
    });
    expect(explain(site, { url: HOME, referrer: "https://blog.example/", ...first })).toMatchObject({
      entry: true,
      channel: "referral",
      by: "blog.example",
      reference: { channel: "organic_search", by: "google", landing: HOME },
      condition: "seo",
    });
  });

  it("ignores conditions in invisible: the tracked number always", () => {
    const site = siteOf((one) => Object.assign(one, { mode: "invisible" }));
    expect(explain(site, { url: `${HOME}?gclid=TeSt-1`, referrer: GOOGLE })).toMatchObject({
      condition: "",
      to_swap: main("+33184880000"),
      tried: [],
    });
  });

  it("swaps nothing where there is nothing to show", () => {
    const site = siteOf((one) => void delete one.numbers[0].tracked);
    expect(explain(site, { url: HOME }).to_swap).toEqual([]);
  });

  describe("names the leaf that did not hold", () => {
    const NIGHT = { hours: { tz: "Europe/Paris", from: "22:00", to: "06:00" } };
    test.each<[string, object, object]>([
      [
        "all: the first",
        { all: [{ param: "a" }, { device: "mobile" }, { channel: "email" }] },
        { device: "mobile" },
      ],
      ["any: the last", { any: [{ param: "b" }, { param: "c", is: "d" }] }, { param: "c", is: "d" }],
      [
        "any of all: the last one's first",
        { any: [{ param: "b" }, { all: [{ param: "c" }, { param: "d" }] }] },
        { param: "c" },
      ],
      ["not: the whole", { all: [{ param: "a" }, { not: { param: "a" } }] }, { not: { param: "a" } }],
      ["language", { language: "en" }, { language: "en" }],
      ["hours", NIGHT, NIGHT],
    ])("%s", (_, when, failed) => {
      const site = siteOf((one) => Object.assign(one.conditions[0], { when }));
      const arrival = { url: `${HOME}?a=1`, at: "2026-11-22T12:00:00Z", language: "fr-FR" };
      expect(explain(site, arrival).tried[0]).toEqual({ id: "google-ads", matched: false, failed });
    });
  });

  it("sees the given time, language and device", () => {
    const site = siteOf((one) =>
      Object.assign(one.conditions[0], {
        when: {
          all: [
            { language: "fr" },
            { device: "mobile" },
            { hours: { days: ["sun"], from: "09:00", to: "18:00" } },
          ],
        },
      }),
    );
    const arrival = { url: HOME, language: "fr-CA", device: "mobile" } as const;
    expect(explain(site, { ...arrival, at: "2026-11-22T08:00:00Z" }).condition).toBe("google-ads");
    expect(explain(site, { ...arrival, at: "2026-11-22T17:00:00Z" }).condition).toBe("");
  });

  test.each<[keyof Arrival, Loose]>([
    ["url", { url: "" }],
    ["url", { url: "mailto:a" }],
    ["url", { url: "www.garage-martin.example/prices" }],
    ["url", { url: "prices" }],
    ["referrer", { url: HOME, referrer: "(not set)" }],
    ["referrer", { url: HOME, referrer: "google" }],
    ["page", { url: HOME, page: "tel:1" }],
    ["referrer", { url: HOME, referrer: "not a host" }],
    ["first_url", { url: HOME, first_url: "ftp://a.example" }],
    ["first_referrer", { url: HOME, first_referrer: GOOGLE }],
    ["pages", { url: HOME, pages: 0 }],
    ["pages", { url: HOME, pages: Number.NaN }],
    ["at", { url: HOME, at: "yesterday" }],
    ["device", { url: HOME, device: "phone" }],
  ])("refuses a bad %s: %j", (field, arrival) => {
    expect(() => explain(siteOf(), arrival)).toThrow(
      expect.objectContaining({ name: "ArrivalError", field }),
    );
    expect(() => explain(siteOf(), arrival)).toThrow(ArrivalError);
  });
});

describe("mgt explain", () => {
  let folder: string;
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "mgt-explain-"));
    file("one.json", fileOf());
    const second = { ...exampleSite(), key: "other-site", conditions: exampleSite().conditions.slice(1) };
    file("two.json", JSON.stringify({ sites: [exampleSite(), second] }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...argv: string[]) => runMgt(["explain", ...argv], { cwd: folder });

  it("says the winner and why the earlier ones lost", async () => {
    const { code, out } = await run("one.json", "--url", HOME, "--referrer", GOOGLE);
    expect(code).toBe(0);
    expect(out).toContain("condition  seo");
    expect(out).toContain('- google-ads: {"param":"wbraid"}, but the parameter is absent');
    expect(out).toContain("+ seo: matches");
    expect(out).toContain("+33123456789 -> +33184880002");
  });

  it("has exactly the contract's keys in JSON", async () => {
    const { code, out } = await run(
      "two.json",
      "--site",
      "mod-demo",
      "--url",
      HOME,
      "--referrer",
      GOOGLE,
      "--json",
    );
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual([
      "entry",
      "channel",
      "by",
      "reference",
      "source",
      "condition",
      "to_swap",
      "tried",
    ]);
    expect(Object.keys(answer.reference)).toEqual(["channel", "by", "landing"]);
    expect(answer.tried.map(Object.keys)).toEqual([
      ["id", "matched", "failed"],
      ["id", "matched", "failed"],
    ]);
  });

  it("takes every option", async () => {
    const options = {
      page: "/prices",
      pages: "3",
      "first-url": HOME,
      "first-referrer": "https://blog.example/",
      at: "2026-11-22T12:00:00Z",
      language: "fr",
      device: "mobile",
    };
    const argv = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const { out } = await run("one.json", "--url", "/prices", "--referrer", HOME, "--json", ...argv);
    expect(JSON.parse(out)).toMatchObject({
      entry: false,
      channel: "internal",
      reference: { channel: "referral" },
      condition: "hesitant",
    });
  });

  test.each([
    [["two.json", "--url", HOME], "--site is missing: one of mod-demo, other-site"],
    [["one.json", "--url", HOME, "--site", "nobody"], 'no site "nobody"'],
    [["one.json", "--url", HOME, "--pages", "many"], "--pages"],
    [["one.json", "--url", HOME, "--first-referrer", GOOGLE], "--first-referrer"],
    [["one.json", "--sample", "no-such.csv"], "cannot read"],
  ])("%j is wrong usage", async (argv, reason) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });

  it("says what is wrong with the configuration", async () => {
    file(
      "bad.json",
      fileOf((site) => Object.assign(site, { mode: "parcour" })),
    );
    const { code, out, err } = await run("bad.json", "--url", HOME, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, errors: [{ path: "$.sites[0].mode" }] });
    expect(err).toContain("$.sites[0].mode");
  });

  describe("--sample", () => {
    const rows = [
      { url: `${HOME}?gclid=TeSt-1`, referrer: GOOGLE },
      { url: HOME, referrer: GOOGLE },
      { url: HOME, pages: 3 },
      { url: HOME },
      { url: HOME, referrer: GOOGLE, site: "other-site" },
    ];
    const conditions = [
      { site: "mod-demo", id: "google-ads", wins: 1, shadowed: 0 },
      { site: "mod-demo", id: "seo", wins: 1, shadowed: 0 },
      { site: "mod-demo", id: "hesitant", wins: 1, shadowed: 0 },
      { site: "other-site", id: "seo", wins: 1, shadowed: 0 },
      { site: "other-site", id: "hesitant", wins: 0, shadowed: 0 },
    ];

    it("answers JSON rows in order, with a summary", async () => {
      const sample = file("sample.json", JSON.stringify(rows));
      const { code, out } = await run("two.json", "--site", "mod-demo", "--sample", sample, "--json");
      const answer = JSON.parse(out);
      expect(code).toBe(0);
      expect(Object.keys(answer)).toEqual(["rows", "summary"]);
      expect(answer.rows.map((row: Loose) => row.condition)).toEqual([
        "google-ads",
        "seo",
        "hesitant",
        "",
        "seo",
      ]);
      expect(answer.rows[4].tried).toEqual([{ id: "seo", matched: true, failed: null }]);
      expect(answer.summary).toEqual({ unreadable: 0, conditions });
    });

    test.each([",", ";", "\t"])("answers CSV rows the same, separated by %j", async (separator) => {
      const columns = ["url", "referrer", "site", "pages"];
      const lines = rows.map((row: Loose) => columns.map((column) => row[column] ?? "").join(separator));
      const sample = file("sample.csv", `\uFEFF${[columns.join(separator), ...lines].join("\r\n")}\r\n`);
      const { code, out } = await run("two.json", "--site", "mod-demo", "--sample", sample, "--json");
      expect(code).toBe(0);
      expect(JSON.parse(out).summary).toEqual({ unreadable: 0, conditions });
    });

    it("takes a time in milliseconds, in CSV and in JSON, and on the command line", async () => {
      const at = Date.parse("2026-11-22T12:00:00Z");
      const csv = file("times.csv", `url,at\n${HOME},${at}\n`);
      const json = file("times.json", JSON.stringify([{ url: HOME, at }]));
      for (const sample of [csv, json])
        expect((await run("one.json", "--sample", sample, "--json")).code).toBe(0);
      expect((await run("one.json", "--url", HOME, "--at", String(at), "--json")).code).toBe(0);
      const seconds = await run("one.json", "--url", HOME, "--at", String(at / 1_000), "--json");
      expect([seconds.code, seconds.err]).toEqual([2, expect.stringContaining("is no date")]);
    });

    it("counts what an earlier condition took", async () => {
      const sample = file(
        "sample.json",
        JSON.stringify([
          { url: HOME, referrer: GOOGLE, pages: 4 },
          { url: HOME, pages: 4 },
        ]),
      );
      const { out } = await run("one.json", "--sample", sample, "--json");
      expect(JSON.parse(out).summary.conditions).toEqual([
        { site: "mod-demo", id: "google-ads", wins: 0, shadowed: 0 },
        { site: "mod-demo", id: "seo", wins: 1, shadowed: 0 },
        { site: "mod-demo", id: "hesitant", wins: 1, shadowed: 1 },
      ]);
    });

    it("is readable", async () => {
      const sample = file("sample.csv", `url\n${HOME}\n`);
      const { code, out } = await run("one.json", "--sample", sample);
      expect(code).toBe(0);
      expect(out).toContain(`1. ${HOME}: no condition (direct, direct)`);
      expect(out).toMatch(/mod-demo\/seo +0 +0/);
    });

    test.each([
      ["1", "url: "],
      ['{"referrer":"/"}', "url: "],
      ['{"url":{}}', "url: "],
      ['{"url":"not a url"}', "url: "],
      ['{"url":"http://"}', "url: "],
      ['{"url":"/","page":"x y"}', "page: "],
      ['{"url":"/","pages":"x"}', "pages: "],
      ['{"url":"/","at":"yesterday"}', "at: "],
      ['{"url":"/","site":"nobody"}', 'no site "nobody"'],
    ])("tells of a row that is %s in its place, and goes on", async (row, reason) => {
      const sample = file("partly.json", `[{"url":"/"},${row},{"url":"/?gclid=a"}]`);
      const { code, out, err } = await run("one.json", "--sample", sample, "--json");
      const { rows, summary } = JSON.parse(out);
      expect({ code, err, length: rows.length }).toEqual({ code: 1, err: "", length: 3 });
      expect(Object.keys(rows[1])).toEqual(["error"]);
      expect(rows[1].error).toContain(reason);
      expect(rows[2].condition).toBe("google-ads");
      expect(summary.conditions[0].wins).toBe(1);
      expect((await run("one.json", "--sample", sample)).out).toContain("2. not explained: ");
    });

    it("counts referrers that are no address, and takes them for none", async () => {
      const referrers = [
        "(not set)",
        "-",
        "google",
        "direct",
        "",
        "www.google.com",
        "android-app://com.a.b/",
      ];
      const rows = referrers.map((referrer) => ({ url: HOME, referrer }));
      const sample = file("referrers.json", JSON.stringify(rows));
      const { code, out } = await run("one.json", "--sample", sample, "--json");
      const answer = JSON.parse(out);
      expect({ code, unreadable: answer.summary.unreadable }).toEqual({ code: 0, unreadable: 3 });
      expect(answer.rows.slice(0, 6).map(({ channel }: Loose) => channel)).toEqual([
        ...Array(5).fill("direct"),
        "organic_search",
      ]);
    });

    it("says at once, and writes nothing, where the rows do not say which site", async () => {
      const sample = file("nameless.json", '[{"url":"/","site":"mod-demo"},{"url":"/"}]');
      for (const more of [[], ["--site", "nobody"]]) {
        const { code, out } = await run("two.json", "--sample", sample, "--json", ...more);
        expect({ code, out }).toEqual({ code: 2, out: "" });
      }
    });

    test.each([
      ["{}", "an array"],
      ["[", "not JSON"],
      ["page\n/a\n", 'no column "url"'],
      ['url,page\n"/a,/b\n', "row 1 of the sample"],
      ["url,page\n/a\n/b?c=1,2,/d\n", "row 2 of the sample"],
    ])("refuses %j", async (content, reason) => {
      const { code, err } = await run("one.json", "--sample", file("wrong", content));
      expect(code).toBe(2);
      expect(err).toContain(reason);
    });
  });
});
