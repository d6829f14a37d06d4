import * as fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { configure } from "../../../../../src/page/ground/site.ts";
import { evidenceFor } from "../../../../../src/page/numbers/text/evidence.ts";
import { lexicon, lookFor } from "../../../../../src/page/numbers/text/lexicon.ts";
import { BEGIN, BORDER, END, NODE } from "../../../../../src/page/numbers/text/notation.ts";
import { dialled } from "../../../../../src/page/numbers/text/relink.ts";
import { rewrite } from "../../../../../src/page/numbers/text/rewrite.ts";
import { siteDefaults } from "../../../../../src/vocabulary/siteDefaults.ts";

/** The pure half of `numbers/`: strings in, strings out, in plain Node. */

const SWAPS = [
  { number: "+33123456789", tracked: "+33184880001" },
  { number: "+33612345678", tracked: "+33755550042" },
];
const OTHERS = [
  { number: "+33123456789", tracked: "+33184880002" },
  { number: "+33612345678", tracked: "+33755550043" },
];
const former = new Map([...SWAPS, ...OTHERS].map(({ number, tracked }) => [tracked, number]));

beforeAll(() => configure(siteDefaults({ key: "unit", mode: "invisible" })));
beforeEach(() => lookFor(SWAPS, former));

/** The numbers of a text that are to be shown; with what stands in a link that dials beyond doubt. */
const show = (text: string, dials = false): string =>
  rewrite(text, (sought, start, raw) => {
    const evidence = evidenceFor(text, start, raw, sought);
    return (evidence === "clear" || (dials && evidence === "guarded")) && sought.shown;
  });
/** The owner's numbers where tracked ones stand, whatever stands beside them: they were written here. */
const restore = (text: string) => rewrite(text, ({ owner }) => owner);

/** `<`, `>`, `|` and `^` are the edges in a run: an element begins, ends, borders on something, another node. */
const run = (text: string) =>
  text.replaceAll("<", BEGIN).replaceAll(">", END).replaceAll("|", BORDER).replaceAll("^", NODE);

describe("evidence", () => {
  const CLEAR = [
    ["12<01 23 45 67 89>", "glued plain digits", false],
    ["12 <01 23 45 67 89> 34", "all that an element holds", true],
    ["<12><01 23 45 67 89>", "behind another element", true],
    ["12|01 23 45 67 89|34", "behind borders", true],
    ["12 |<☎ 01 23 45 67 89>| 34", "an emoji and borders", true],
    ["<#01 23 45 67 89>", "a sign", false],
    ["4970 01 23 45 67 89 12", "an identifier", false],
    ["0^1 23 4^5 67 89", "cut into nodes", true],
    ["01 23 45 67 89^5", "a digit in the next node", false],
  ] as const;
  test.each(CLEAR)("%s: %s", (text, _, isClear) => {
    const shown = show(run(text));
    const digits = shown.replace(/\D/g, "");
    expect(digits.includes("0184880001"), shown).toBe(isClear);
    expect(digits.includes("0123456789"), shown).toBe(!isClear);
  });

  test("a link that dials lifts every guard, but not what is never done", () => {
    expect(show("4970 0123456789 12", true)).toBe("4970 0184880001 12");
    expect(show("01 23 45 67 89 / 80", true)).toBe("01 23 45 67 89 / 80");
  });
});

describe("the last digits of a second number: never, also in a link that dials", () => {
  test.each([" / 4", "-4", " (Fax -299)", " (-90)", ", -90", " (ou 90)", " y 90", " o 90"])(
    "01 23 45 67 89%s",
    (behind) => {
      expect(show(`01 23 45 67 89${behind}`, true)).toBe(`01 23 45 67 89${behind}`);
    },
  );

  test.each([
    " / 7 jours sur 7",
    " / 1 800 555 0123",
    " (Fax 01 23 45 67 90)",
    " (-20% en mai)",
    " (et 7j/7)",
    " y 24 horas",
  ])("01 23 45 67 89%s: none", (behind) => {
    expect(show(`01 23 45 67 89${behind}`)).toBe(`01 84 88 00 01${behind}`);
  });
});

test.each([" 24 Hours", " 9 AM - 5 PM", " 7 days a week", "/contact@shop.example", "•contact@shop.example"])(
  "a unit, or an address of its own, is no neighbour: 01 23 45 67 89%s",
  (behind) => {
    expect(show(`01 23 45 67 89${behind}`)).toBe(`01 84 88 00 01${behind}`);
  },
);

describe("any number, where one is named", () => {
  const named = (text: string) =>
    rewrite(
      text,
      ({ shown }) => shown,
      lexicon.sought.find(({ number }) => number === "+33123456789"),
    );
  test.each([
    ["09 87 65 43 21 (7j/7)", "01 84 88 00 01 (7j/7)"],
    ["09 87 65 43 21 / 7j/7", "01 84 88 00 01 / 7j/7"],
    ["09 87 65 43 21 9h-18h", "01 84 88 00 01 9h-18h"],
    ["7j/7 09 87 65 43 21", "7j/7 01 84 88 00 01"],
    ["03/12/2024 (09 87 65 43 21)", "03/12/2024 (01 84 88 00 01)"],
    ["1-800-555-0123 (24/7)", "+33184880001 (24/7)"],
  ])("%s", (text, shown) => {
    expect(named(text)).toBe(shown);
  });
});

describe("links, read decoded", () => {
  test.each([
    ["tel:%28%2B33%29%201%C2%A023%2045%2067%2089", "tel:+33184880001"],
    ["tel:33123456789;ext=4", "tel:+33184880001;ext=4"],
    ["tel:33184880001", "tel:+33184880001"],
    ["tel:331234567890", "tel:331234567890"],
    // As forms and careless hands write them.
    ["tel:%2B33+1+23+45+67+89", "tel:+33184880001"],
    ["tel:01+23+45+67+89", "tel:+33184880001"],
    ["tel:+0123456789", "tel:+33184880001"],
    ["tel:++33123456789", "tel:+33184880001"],
    ["tel:+0033123456789", "tel:+33184880001"],
    ["tel:+123456789", "tel:+123456789"],
  ])("%s", (href, shown) => {
    const [sought, dialling] = dialled(href) ?? [];
    expect(sought && dialling ? dialling(sought.shown) : href).toBe(shown);
  });
});

/** Text of any kind, with the owner's numbers in it. */
const piece = fc.oneof(
  fc.constantFrom(
    "01 23 45 67 89",
    "+33 1 23 45 67 89",
    "0123456789",
    "06.12.34.56.78",
    "+33 (0)6 12 34 56 78",
  ),
  fc.string({
    unit: fc.constantFrom(
      ..."0123456789 0123456789./-()+,;:@#_=€$ xAé電☎",
      "\u00a0",
      "\u200b",
      BEGIN,
      END,
      BORDER,
      NODE,
    ),
    maxLength: 10,
  }),
);
const texts = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(""));

// Thousands of texts take a while on a busy machine.
describe("properties", { timeout: 60_000 }, () => {
  const hold = (property: (text: string) => void) =>
    fc.assert(fc.property(texts, property), { numRuns: 2_000 });

  test("swap ∘ restore = original", () => {
    hold((text) => {
      expect(restore(show(text))).toBe(text);
    });
  });

  test("twice is once", () => {
    hold((text) => {
      const once = show(text);
      expect(show(restore(once))).toBe(once);
    });
  });

  test("a new assignment shows what it would have shown first", () => {
    hold((text) => {
      lookFor(SWAPS, former);
      const first = show(text);
      lookFor(OTHERS, former);
      expect(show(restore(first))).toBe(show(text));
    });
  });

  test("nothing but digits of whole numbers changes, and no node's end moves", () => {
    hold((text) => {
      const shown = show(text);
      expect(shown.length).toBe(text.length);
      expect(shown.replace(/\d/g, "0")).toBe(text.replace(/\d/g, "0"));
      // Never a number of nobody: what changed is a tracked number, all of it.
      const changed = [...shown].flatMap((char, at) => (char === text[at] ? [] : [at]));
      const whole = shown.replace(/\D/g, "");
      if (changed[0] !== undefined) expect(whole).toMatch(/184880001|755550042/);
    });
  });
});
