import fc from "fast-check";
import { CHANNELS } from "../../../../src/vocabulary/channels.ts";
import type { Facts } from "../../../../src/vocabulary/when/Facts.ts";
import type { Leaf, LeafName } from "../../../../src/vocabulary/when/Leaf.ts";

/** What `<leaf>.cases.ts` says of its leaf. */
export interface Cases<L extends Leaf = Leaf> {
  /** Few and awkward leaves, so that they and the facts below meet often. */
  leaves: fc.Arbitrary<L>;
  /** Whether a leaf holds on `FACTS`. */
  rows: readonly (readonly [leaf: L, holds: boolean])[];
  /** Whether the first cannot hold without the second. */
  implied?: readonly (readonly [leaf: L, other: L, isImplied: boolean])[];
  /** What is printed of a leaf that failed, and what it demands in words. */
  said: readonly (readonly [leaf: L, found: string, words: string])[];
}

/** The cases of a leaf: its file must be there. */
export async function casesOf(name: LeafName): Promise<Cases> {
  const { cases } = await import(`./${name}.cases.ts`);
  return cases;
}

export const FACTS: Facts = {
  url: new URL("https://site.example/offres/pneus?gclid=TeSt&empty=&utm_source=Mail"),
  host: "www.blog.example",
  channel: "paid_search",
  view: {
    url: "https://site.example/contact",
    pages: 2,
    at: Date.parse("2026-11-18T10:00:00+01:00"),
    language: "fr-CA",
    device: "mobile",
  },
};

/** Few and awkward values. */
export const text = fc.constantFrom(
  ...["", "a", "A", "ab", "a*", "*", "*b*", "a.b", "a|b", "$&", "\\d", '"', "é", "\n", "x/y"],
);
export const path = fc.constantFrom("/", "/a", "/a/b", "/a*", "*", "*/b", "/A", "/a.b", "/(x)");

const pathname = fc.constantFrom("/", "/a", "/a/b", "/A", "/a.b", "/axb", "/(x)", "/c/b");

export const facts: fc.Arbitrary<Facts> = fc
  .record({
    landing: pathname,
    query: fc.dictionary(fc.constantFrom("p", "q"), text),
    host: fc.constantFrom("", "a.example", "www.a.example", "b.example", "xa.example", "a.example.evil"),
    channel: fc.constantFrom(...CHANNELS, "internal" as const),
    page: pathname,
    pages: fc.integer({ min: 1, max: 4 }),
    at: fc.integer({ min: 1.7e12, max: 1.8e12 }),
    language: fc.constantFrom("fr", "fr-FR", "FR-ca", "fry", "en-GB", ""),
    device: fc.constantFrom("mobile" as const, "desktop" as const),
  })
  .map(({ landing, query, host, channel, page, ...rest }) => {
    const url = new URL(landing, "https://site.example");
    url.search = `${new URLSearchParams(query)}`;
    return { url, host, channel, view: { ...rest, url: `https://site.example${page}` } };
  });
