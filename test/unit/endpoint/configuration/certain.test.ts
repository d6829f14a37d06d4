// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkConfiguration } from "../../../../src/endpoint/configuration/checkConfiguration.ts";
import { type Arrival, explainFacts } from "../../../../src/explain/explain.ts";
import { CHANNELS } from "../../../../src/vocabulary/channels.ts";
import { rulesOf } from "../../../../src/vocabulary/rulesOf.ts";
import type { Condition, Site } from "../../../../src/vocabulary/site.ts";
import type { Facts } from "../../../../src/vocabulary/when/Facts.ts";
import type { When } from "../../../../src/vocabulary/when/When.ts";
import { exampleSite } from "./exampleSite.ts";

// What the check says of conditions that can never win, or always do, held to ten thousand arrivals that the page's own
// code decides.

const ARRIVALS = 10_000;
const SITES = 60;
const SEED = 20_261_201;

const HOME = "https://www.garage-martin.example";
const PATHS = ["/", "/prix", "/prix/pneus", "/blog/a", "/blog/b", "/Prix", "/contact"];
const VALUES = [
  "cpc",
  "CPC",
  "email",
  "social",
  "display",
  "google",
  "facebook",
  "soldes",
  "soldes-2",
  "x",
  " ",
];
const PARAMS = [
  "gclid",
  "fbclid",
  "msclkid",
  "dclid",
  "mc_cid",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "ref",
];
const HOSTS = [
  "www.google.fr",
  "m.facebook.com",
  "chatgpt.com",
  "blog.exemple.fr",
  "pay.stripe.com",
  "www.garage-martin.example",
];
const LANGUAGES = ["fr-FR", "fr", "en-GB", "EN", "de", ""];

const some = fc.constantFrom;

const search = fc
  .dictionary(some(...PARAMS), some(...VALUES, ""), { maxKeys: 3 })
  .map((query) => (Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ""));
const page = fc.tuple(some(...PATHS), search).map(([path, query]) => `${HOME}${path}${query}`);
const referrer = fc.oneof(
  some("", "direct"),
  some(...HOSTS).map((host) => `https://${host}/`),
);

const arrivals: fc.Arbitrary<Arrival> = fc
  .record(
    {
      url: page,
      referrer,
      page: some(...PATHS),
      pages: fc.integer({ min: 1, max: 6 }),
      first: fc.tuple(page, referrer),
      at: fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2026-12-31") }),
      language: some(...LANGUAGES),
      device: some("mobile" as const, "desktop" as const),
    },
    { requiredKeys: ["url"] },
  )
  .map(({ first, ...arrival }) =>
    first ? { ...arrival, first_url: first[0], first_referrer: first[1] } : arrival,
  );

const param = some(...PARAMS);
const time = some("00:00", "08:00", "09:00", "12:00", "18:00", "20:00");
const leaf: fc.Arbitrary<When> = fc.oneof(
  param.map((name) => ({ param: name })),
  fc.tuple(param, some(...VALUES)).map(([name, is]) => ({ param: name, is })),
  fc
    .tuple(param, fc.uniqueArray(some(...VALUES), { minLength: 1, maxLength: 3 }))
    .map(([name, values]) => ({ param: name, in: values })),
  fc
    .tuple(param, some("starts" as const, "contains" as const), some("s", "so", "soldes", "e", "cp"))
    .map(([name, how, what]) => ({ param: name, [how]: what }) as When),
  fc
    .tuple(param, some("*", "s*", "*s", "*o*", "soldes*", "*-2", "c?c"))
    .map(([name, like]) => ({ param: name, like })),
  some(
    "google.fr",
    "*.google.fr",
    "facebook.com",
    "*.facebook.com",
    "exemple.fr",
    "*",
    "stripe.com",
    "www.*",
  ).map((host) => ({ referrer: host })),
  fc.uniqueArray(some(...CHANNELS), { minLength: 1, maxLength: 4 }).map((channel) => ({ channel })),
  some(...CHANNELS).map((channel) => ({ channel })),
  some("/", "/*", "*", "/prix", "/prix*", "/prix/*", "/blog/*", "*/a", "/blog/a").map((path) => ({
    landing: path,
  })),
  some("/", "/*", "*", "/prix", "/prix*", "/prix/*", "/blog/*", "*/a", "/blog/a").map((path) => ({
    page: path,
  })),
  fc.integer({ min: 1, max: 4 }).map((min) => ({ pages: { min } })),
  fc.integer({ min: 1, max: 4 }).map((max) => ({ pages: { max } })),
  some("fr", "en", "de").map((language) => ({ language })),
  some("mobile" as const, "desktop" as const).map((device) => ({ device })),
  fc
    .record(
      {
        from: time,
        to: time,
        days: fc.uniqueArray(some("mon", "tue", "wed", "sat", "sun"), { minLength: 1 }),
      },
      { requiredKeys: ["from", "to"] },
    )
    .map((hours) => ({ hours })),
);
const rule: fc.Arbitrary<When> = fc.letrec<{ when: When }>((tie) => ({
  when: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie("when"), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie("when"), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie("when") }) },
  ),
})).when;

const siteWith = (rules: readonly When[]) => ({
  ...exampleSite(),
  conditions: rules.map((when, index) => ({
    id: `c${index}`,
    source: `Source ${index}`,
    when,
    numbers: { main: `+3318488000${index}` },
  })),
});

/** Facts of arrivals, as the page's own code makes them; conditions have no part in that. */
function factsOf(many: readonly Arrival[]): Facts[] {
  const { sites } = checkConfiguration(JSON.stringify({ sites: [exampleSite()] }));
  return many.map((arrival) => explainFacts(sites[0] as Site, arrival).facts);
}

test("what is told to be hidden, or never to hold, never wins; what always holds always does", () => {
  const all = factsOf(fc.sample(arrivals, { numRuns: ARRIVALS, seed: SEED }));
  const many = fc.sample(fc.array(rule, { minLength: 2, maxLength: 6 }), { numRuns: SITES, seed: SEED });
  let told = 0;
  for (const rules of many) {
    const { ok, warnings, sites } = checkConfiguration(JSON.stringify({ sites: [siteWith(rules)] }));
    if (!ok) continue;
    const { conditions } = sites[0] as Site;
    const named = (code: string) =>
      new Set(
        warnings
          .filter((problem) => problem.code === code && /\.conditions\[\d\](\.when)?$/.test(problem.path))
          .map(({ path }) => Number(/\[(\d)\](\.when)?$/.exec(path)?.[1])),
      );
    const lost = new Set([...named("shadowed"), ...named("never_matches")]);
    const always = named("always_matches");
    told += lost.size + always.size;
    if (lost.size + always.size === 0) continue;
    const { winner } = rulesOf({ ...(sites[0] as Site), plans: {} });
    for (const facts of all) {
      const won = conditions.indexOf(winner(facts) as Condition);
      if (lost.has(won))
        expect.fail(`c${won} wins on ${facts.url} (${facts.channel}): ${JSON.stringify(rules)}`);
      for (const index of always)
        if (won < 0 || won > index)
          expect.fail(`c${index} does not hold on ${facts.url}: ${JSON.stringify(rules)}`);
    }
  }
  expect(told).toBeGreaterThan(SITES / 4);
}, 120_000);
