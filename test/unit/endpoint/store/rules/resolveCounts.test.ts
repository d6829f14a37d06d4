import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveCounts } from "../../../../../src/endpoint/store/rules/resolveCounts.ts";

const entry = { type: "entry" as const };
const count = (pages: number) => ({ type: "pages" as const, pages });
const page = (pages: number) => ({ type: "page" as const, pages });

test("of the running counts between two entries the highest stays; nothing else is touched", () => {
  expect(resolveCounts([entry, count(2), count(4), count(3), entry, count(6), count(6)])).toEqual([
    entry,
    count(4),
    entry,
    count(6),
  ]);
  expect(resolveCounts([count(1), entry, page(2), page(1)])).toEqual([count(1), entry, page(2), page(1)]);
  expect(resolveCounts([])).toEqual([]);
});

test("resolving again, or after more has come, says the same as resolving once", () => {
  const events = fc.array(fc.oneof(fc.constant(entry), fc.nat(9).map(count)), { maxLength: 20 });
  fc.assert(
    fc.property(events, events, (first, more) => {
      const once = resolveCounts([...first, ...more]);
      expect(resolveCounts(once)).toEqual(once);
      expect(resolveCounts([...resolveCounts(first), ...more])).toEqual(once);
    }),
  );
});
