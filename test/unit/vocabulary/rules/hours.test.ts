import { describe, expect, test } from "vitest";
import { type HoursLeaf, matches } from "../../../../src/vocabulary/rules/hours.ts";

const isWithinHours = (hours: HoursLeaf["hours"], at: number) => matches(hours, { view: { at } });

/** Wednesday, 18 November 2026; Paris is one hour ahead of UTC. */
const paris = (time: string, day = "18") => Date.parse(`2026-11-${day}T${time}:00+01:00`);

const OFFICE = { tz: "Europe/Paris", days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "18:00" };
const NIGHT = { tz: "Europe/Paris", days: ["fri"], from: "22:00", to: "06:00" };

const ROWS: readonly [string, Parameters<typeof isWithinHours>[0], number, boolean][] = [
  ["from is inclusive", OFFICE, paris("09:00"), true],
  ["a minute before", OFFICE, paris("08:59"), false],
  ["a minute before to", OFFICE, paris("17:59"), true],
  ["to is exclusive", OFFICE, paris("18:00"), false],
  ["another day", OFFICE, paris("10:00", "21"), false],
  ["overnight, its own day", NIGHT, paris("23:00", "20"), true],
  ["overnight, the morning after", NIGHT, paris("05:59", "21"), true],
  ["overnight, its end", NIGHT, paris("06:00", "21"), false],
  ["overnight, the morning of its own day", NIGHT, paris("05:00", "20"), false],
  ["overnight, the evening after", NIGHT, paris("23:00", "21"), false],
  ["no hours: the whole day", { tz: "Europe/Paris", days: ["wed"] }, paris("00:00"), true],
  ["no hours: its last minute", { tz: "Europe/Paris", days: ["wed"] }, paris("23:59"), true],
  ["no days: every day", { tz: "Europe/Paris", from: "10:00" }, paris("10:00", "22"), true],
  ["nothing at all: always", {}, paris("03:00"), true],
  ["Paris where no zone is given", { from: "09:00", to: "10:00" }, paris("09:30"), true],
  ["another zone", { tz: "America/New_York", from: "03:00", to: "04:00" }, paris("09:30"), true],
  ["midnight", { tz: "Europe/Paris", from: "00:00", to: "00:30" }, paris("00:10"), true],
];

test.each(ROWS)("%s", (_, hours, at, expected) => {
  expect(isWithinHours(hours, at)).toBe(expected);
});

describe("changes of summer time", () => {
  test("the hour that happens twice is inside twice", () => {
    const hours = { tz: "Europe/Paris", from: "02:00", to: "03:00" };
    expect(isWithinHours(hours, Date.parse("2026-10-25T00:30:00Z"))).toBe(true);
    expect(isWithinHours(hours, Date.parse("2026-10-25T01:30:00Z"))).toBe(true);
    expect(isWithinHours(hours, Date.parse("2026-10-25T02:30:00Z"))).toBe(false);
  });

  test("the one that never happens contains nothing", () => {
    const hours = { tz: "Europe/Paris", from: "02:00", to: "03:00" };
    for (let minute = 0; minute < 180; minute++)
      expect(isWithinHours(hours, Date.parse("2026-03-29T00:00:00Z") + minute * 60_000)).toBe(false);
  });
});
