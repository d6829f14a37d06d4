import { describe, expect, test } from "vitest";
import { pagesOfStretch } from "../../../../../src/endpoint/store/rules/pagesOfStretch.ts";

const stretch = (time: number, lowest: number, highest: number) => ({
  id: `of ${time}`,
  time,
  consent: "then",
  lowest,
  highest,
});
const counted = (pages: number, at: number) => ({ id: "new", at, consent: "now", pages });
const between = (after: number, before: number) => () => ({ after, before });
const always = between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

describe("a running count", () => {
  test("is the first of its day, or of its entry", () => {
    expect(pagesOfStretch([], counted(1, 10), always)).toBe("own");
    expect(pagesOfStretch([stretch(10, 1, 3)], counted(4, 30), between(20, 99))).toBe("own");
  });

  test("between a stretch's lowest and highest is a repetition, whatever its time", () => {
    expect(pagesOfStretch([stretch(10, 1, 3)], counted(2, 30), between(20, 99))).toBe("seen");
  });

  test("above the highest gives the stretch its id, time and consent", () => {
    const row = stretch(10, 1, 3);
    expect(pagesOfStretch([row], counted(5, 12), always)).toEqual({
      stretch: row,
      widened: { id: "new", time: 12, consent: "now", lowest: 1, highest: 5 },
    });
  });

  test("below the lowest came late: the stretch remains that of its highest", () => {
    const row = stretch(10, 4, 6);
    expect(pagesOfStretch([row], counted(2, 12), always)).toEqual({
      stretch: row,
      widened: { ...row, lowest: 2 },
    });
  });

  test("widens the stretch of its own entry: from that one on, and before the next", () => {
    const rows = [stretch(10, 1, 2), stretch(20, 3, 4), stretch(30, 5, 6)];
    expect(pagesOfStretch(rows, counted(9, 25), between(20, 30))).toMatchObject({ stretch: rows[1] });
  });
});
