import { describe, expect, test } from "vitest";
import { cleanUrl as clean } from "../../../src/vocabulary/cleanUrl.ts";
import { keptParams, paramRules } from "../../../src/vocabulary/keptParams.ts";

const rules = paramRules(
  keptParams({ conditions: [{ id: "ads", source: "Ads", when: { param: "gclid" }, numbers: {} }] }),
);
const cleanUrl = (href: string) => clean(rules, href);

const KEPT: readonly [string, string][] = [
  ["https://site.example/", "https://site.example/"],
  ["https://site.example/a/b?x=1#top", "https://site.example/a/b"],
  ["https://user:secret@site.example/", "https://site.example/"],
  // An address that a site reports as a page view
  ["tel:+33612345678", "tel://*"],
  ["mailto:jean.dupont@exemple.fr", "mailto://*"],
  ["android-app://com.google.android.gm/", "android-app://com.google.android.gm/"],
  ["https://site.example:8443/a", "https://site.example:8443/a"],
  [
    "https://site.example/?utm_source=n&x=1&utm_campaign=ete",
    "https://site.example/?utm_source=n&utm_campaign=ete",
  ],
  // A click id is a token, in its own case: a condition names it
  [
    "https://site.example/?gclid=EAIaIQobChMI9rWxTeSt123456_AbCdEf",
    "https://site.example/?gclid=EAIaIQobChMI9rWxTeSt123456_AbCdEf",
  ],
  [
    "https://site.example/reparation-de-pneus-a-paris-15",
    "https://site.example/reparation-de-pneus-a-paris-15",
  ],
  ["https://site.example/2026/11/18/article", "https://site.example/2026/11/18/article"],
  ["https://site.example/produit/12345", "https://site.example/produit/12345"],
  ["https://site.example/caf%C3%A9", "https://site.example/caf%C3%A9"],
  ["https://site.example/%E0%A4%A", "https://site.example/%E0%A4%A"],
  ["https://site.example/100%25+pneus/2026+11+18", "https://site.example/100%25+pneus/2026+11+18"],
];

test.each(KEPT)("%s", (url, expected) => {
  expect(cleanUrl(url)).toBe(expected);
});

const CUT: readonly [string, RegExp][] = [
  ["https://site.example/compte/jean.dupont@example.com/x", /dupont|example\.com\/x/],
  ["https://site.example/compte/jean.dupont%40example.com", /dupont/],
  ["https://site.example/?utm_term=jean%40example.com", /jean|%40/],
  ["https://site.example/?gclid=jean%40example.com", /jean/],
  ["https://site.example/rappel/0612345678", /0612345678/],
  ["https://site.example/rappel/+33612345678", /612345678/],
  ["https://site.example/rappel/06.12.34.56.78", /12\.34\.56/],
  ["https://site.example/?utm_content=06+12+34+56+78", /12.34.56/],
  ["https://site.example/r/3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f", /3f2b8c1e/],
  [
    "https://site.example/?utm_content=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27uhbUJU1p1r",
    /eyJ/,
  ],
  ["https://site.example/reset/Zx81kPq93LmN72vRtY55wQaB", /Zx81/],
  // A blank as `+`
  ["https://site.example/rappel/06+12+34+56+78", /12.34.56/],
  ["https://site.example/rappel/+33+6+12+34+56+78", /12.34.56/],
  ["https://site.example/?utm_term=jean.dupont%2B1%40example.com", /jean|dupont/],
  // Encoded, once or more often
  ["https://site.example/rappel/06%2012%2034%2056%2078", /12.{1,3}34.{1,3}56/],
  ["https://site.example/rappel/06%C2%A012%C2%A034%C2%A056%C2%A078", /12.{1,6}34/],
  ["https://site.example/rappel/%30%36%31%32%33%34%35%36%37%38", /%31%32/],
  ["https://site.example/compte/jean.dupont%2540example.com", /dupont/],
  ["https://site.example/compte/jean.dupont%25252540example.com", /dupont/],
  ["https://site.example/?utm_term=jean.dupont%2540example.com", /dupont/],
  ["https://site.example/?utm_content=06%252B12%252B34%252B56%252B78", /12.{1,5}34/],
  ["https://site.example/?utm_content=%252B33612345678", /612345678/],
  ["https://site.example/r/3f2b8c1e%2D7d4a%2D4e6b%2D9c3d%2D1a2b3c4d5e6f", /3f2b8c1e/],
  ["https://site.example/compte/%E0%A4jean.dupont%2540example.com", /dupont/],
];

describe("personal data and tokens are cut out", () => {
  test.each(CUT)("%s", (url, refuted) => {
    const cleaned = cleanUrl(url);
    expect(cleaned).toMatch(/^https:\/\/site\.example\//);
    expect(cleaned.replace("https://site.example", "")).not.toMatch(refuted);
  });
});

test("referrers of other schemes keep their host", () => {
  expect(cleanUrl("android-app://com.linkedin.android/")).toBe("android-app://com.linkedin.android/");
});

test("what is no web address is nothing", () => {
  for (const text of ["", "direct", "//[", "not a url"]) expect(cleanUrl(text)).toBe("");
});

test("a hostile address takes no time to speak of", { timeout: 60_000 }, () => {
  for (const part of ["a@", "0-", "aA1-", "a1_", "eyJ", "%40", "+33%20", "%2525", "%25", "+1+"]) {
    const start = performance.now();
    cleanUrl(`https://site.example/${part.repeat(10_000)}`);
    cleanUrl(`https://site.example/?utm_term=${part.repeat(10_000)}`);
    expect(performance.now() - start, part).toBeLessThan(2000);
  }
});
