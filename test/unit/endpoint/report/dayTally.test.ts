import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DIMENSIONS } from "../../../../src/endpoint/report/DayRow.ts";
import { type DatedEvent, DayTally } from "../../../../src/endpoint/report/DayTally.ts";
import { addRows, groupRows } from "../../../../src/endpoint/report/groupRows.ts";
import { type Attribution, NO_PROGRESS } from "../../../../src/endpoint/report/progress.ts";
import type { Dimension } from "../../../../src/endpoint/store/Store.ts";

const attribution = (changes: Partial<Attribution> = {}): Attribution => ({
  condition: "c",
  source: "S",
  channel: "referral",
  campaign: "",
  landing: "/",
  ...changes,
});
const entry = (day: string | null, changes: Partial<Attribution> = {}): DatedEvent => ({
  type: "entry",
  day,
  attribution: attribution(changes),
});
const counted = (day: string | null, type: "page" | "pages", pages: number): DatedEvent => ({
  type,
  day,
  pages,
});
const [MONDAY, TUESDAY] = ["2026-01-05", "2026-01-06"];

function rowsOf(by: readonly Dimension[], ...visitors: DatedEvent[][]) {
  const tally = new DayTally();
  for (const events of visitors) tally.add(NO_PROGRESS, events);
  return groupRows(tally.rows(), by);
}

describe("pages", () => {
  test.each<[string, DatedEvent[][], unknown]>([
    ["an entry is its landing page", [[entry(MONDAY), counted(MONDAY, "page", 1)]], [[MONDAY, 1, 1]]],
    [
      "a lost page view is made good by the next",
      [[entry(MONDAY), counted(MONDAY, "page", 5)]],
      [[MONDAY, 5, 1]],
    ],
    [
      "a count that came late adds nothing",
      [[entry(MONDAY), counted(MONDAY, "page", 3), counted(MONDAY, "page", 2)]],
      [[MONDAY, 3, 1]],
    ],
    [
      "each day has its own share",
      [[entry(MONDAY), counted(MONDAY, "pages", 3), counted(TUESDAY, "pages", 7)]],
      [
        [MONDAY, 3, 1],
        [TUESDAY, 4, 1],
      ],
    ],
    [
      "a later entry is one more page",
      [[entry(MONDAY), counted(MONDAY, "pages", 3), entry(TUESDAY), counted(TUESDAY, "pages", 5)]],
      [
        [MONDAY, 3, 1],
        [TUESDAY, 2, 1],
      ],
    ],
    [
      "visitors do not share a count",
      [[entry(MONDAY), counted(MONDAY, "page", 3)], [entry(MONDAY)]],
      [[MONDAY, 4, 2]],
    ],
    [
      "what is not asked for only moves the count",
      [[entry(null), counted(null, "page", 3), counted(MONDAY, "page", 4)]],
      [[MONDAY, 1, 1]],
    ],
  ])("%s", (_, visitors, expected) => {
    const rows = rowsOf(["day", "condition"], ...visitors);
    expect(rows.map(({ day, pages, visitors }) => [day, pages, visitors])).toEqual(expected);
  });
});

describe("visitors", () => {
  const both = [
    entry(MONDAY, { source: "A" }),
    entry(MONDAY, { source: "B" }),
    entry(TUESDAY, { source: "A" }),
  ];

  test("stand in each row that they are in, and once a day in a row over several", () => {
    expect(rowsOf(["day", "source"], both).map(({ visitors }) => visitors)).toEqual([1, 1, 1]);
    expect(rowsOf(["day"], both)).toMatchObject([
      { day: MONDAY, visitors: 1, entries: 2 },
      { day: TUESDAY, visitors: 1, entries: 1 },
    ]);
    expect(rowsOf(["source"], both)).toMatchObject([
      { source: "A", visitors: 2 },
      { source: "B", visitors: 1 },
    ]);
  });

  test("are counted once, however rows are put together, narrowed and kept", () => {
    const days = ["2026-01-05", "2026-01-06"];
    const few = fc.constantFrom("", "x", "y");
    const arrival = fc.record({
      day: fc.constantFrom(...days),
      attribution: fc.record({
        condition: few,
        source: few,
        channel: fc.constantFrom("referral" as const, "direct" as const),
        campaign: few,
        landing: few,
      }),
    });
    const visitors = fc.array(fc.array(arrival, { maxLength: 6 }), { maxLength: 6 });
    const where = fc.record(
      { source: few, landing: few, channel: fc.constant("direct"), day: fc.constant("2026-01-05") },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        visitors,
        fc.subarray([...DIMENSIONS]),
        where,
        fc.boolean(),
        (given, by, filter, inSteps) => {
          const tallies = [new DayTally(), new DayTally()];
          for (const [index, events] of given.entries()) {
            const ordered = events.toSorted((a, b) => (a.day < b.day ? -1 : 1));
            const entries = ordered.map((event) => ({ type: "entry" as const, ...event }));
            tallies[inSteps ? index % 2 : 0]?.add(NO_PROGRESS, entries);
          }
          const kept = JSON.parse(JSON.stringify(tallies.map((tally) => tally.rows())));
          const rows = groupRows(addRows(kept.flat()), by, filter);
          // A recount: who has been seen in a row, on which day.
          const seen = new Map<string, Set<string>>();
          for (const [visitor, events] of given.entries())
            for (const { day, attribution: parts } of events) {
              const values = { day, ...parts };
              if (Object.entries(filter).some(([name, value]) => values[name as Dimension] !== value))
                continue;
              const key = JSON.stringify(by.map((name) => values[name]));
              seen.set(key, (seen.get(key) ?? new Set()).add(`${visitor} ${day}`));
            }
          const found = rows.map((row) => [JSON.stringify(by.map((name) => row[name])), row.visitors]);
          expect(found.sort()).toEqual([...seen].map(([key, all]) => [key, all.size]).sort());
        },
      ),
      { numRuns: 300 },
    );
  });
});
