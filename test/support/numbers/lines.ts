import * as fc from "fast-check";
import { COUNTRIES } from "../notations/countries.ts";
import { notationsOf } from "../notations/generatePositives.ts";

/** Texts of a page, and how each is cut into nodes. */
export interface Line {
  parts: readonly Part[];
  /** Element that holds the line. */
  block: (typeof BLOCKS)[number];
  cuts: readonly Cut[];
  /** The line also stands in these attributes. */
  attributes: readonly string[];
}

export interface Part {
  written: string;
  /** What must be shown for it, or `undefined`: no number. */
  shown?: string;
}

export interface Cut {
  /** Where, as a share of the text's length. */
  at: number;
  /** What stands there: an element of this name begins, `/`: the last one ends, or a node without text. */
  by: (typeof INLINE)[number] | (typeof POINTS)[number] | "/";
}

export const BLOCKS = ["p", "div", "li", "td", "h2", "section", "button", "article"] as const;
const INLINE = ["b", "span", "a", "font", "em", "u", "small"] as const;
const POINTS = ["wbr", "comment", "empty", "text"] as const;

/** Numbers of four countries, of which each keeps its length. */
export const SITE = COUNTRIES.filter(({ region }) => ["FR", "US", "JP", "EG"].includes(region));

const number: fc.Arbitrary<Part> = fc
  .constantFrom(...SITE.flatMap((country) => notationsOf(country)))
  .map(([written, shown]) => ({ written, shown }));

const cuts: fc.Arbitrary<Cut[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    by: fc.constantFrom(...INLINE, ...POINTS, "/", "/", "/"),
  }),
  { maxLength: 10 },
);

const lineOf = (parts: fc.Arbitrary<Part[]>): fc.Arbitrary<Line> =>
  fc.record({
    parts,
    block: fc.constantFrom(...BLOCKS),
    cuts,
    attributes: fc.subarray(["title", "aria-label"]),
  });

const before = fc.constantFrom("", "Tél. : ", "Call ", "« ", "(", "電話", "\u200e", "☎");
const between = fc.constantFrom(", ", " ou ", " | ", "; fax ");
const after = fc.constantFrom("", ".", ", merci", " »", ")", "まで", "!", "\u200e");

/** Running text in which every number must change. */
export const clearLine: fc.Arbitrary<Line> = lineOf(
  fc
    .tuple(before, fc.array(fc.tuple(number, between), { minLength: 1, maxLength: 3 }), after)
    .map(([start, numbers, end]) => [
      { written: start },
      ...numbers.flatMap(([part, written], at) => (at > 0 ? [{ written }, part] : [part])),
      { written: end },
    ]),
);

const NOISE = [
  ..."0123456789 0123456789./-()+,;:@#_=€$ xAéß°電话カ一",
  "\u00a0",
  "\u200b",
  "\u200e",
  "\u202a",
  "\u2060",
  "📞",
  "٠",
  "０",
  "www.",
  "https://",
  "\n",
];
const noise: fc.Arbitrary<Part> = fc
  .string({ unit: fc.constantFrom(...NOISE), maxLength: 12 })
  .map((written) => ({ written }));

/** Text of any kind, in which numbers may or may not stand by themselves. */
export const wildLine: fc.Arbitrary<Line> = lineOf(
  fc.array(fc.oneof(noise, number, noise), { maxLength: 6 }),
);

/**
 * Text that holds no number of the owner's, though much that looks like one. Look-alikes stay whole: what is
 * glued to a number is not glued any more when an element begins between them.
 */
export const foreignLine = (lookAlikes: readonly string[]): fc.Arbitrary<Line> =>
  fc.oneof(
    lineOf(fc.array(noise, { maxLength: 5 })),
    lineOf(fc.constantFrom(...lookAlikes).map((written) => [{ written }])).map((line) => ({
      ...line,
      cuts: [],
    })),
  );
