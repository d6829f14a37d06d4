import fc from "fast-check";
import type { HoursLeaf } from "../../../../src/vocabulary/rules/hours.ts";
import type { Cases } from "./Cases.ts";

export const cases: Cases<HoursLeaf> = {
  leaves: fc.record({
    hours: fc.record({ from: fc.constantFrom("00:00", "08:30"), to: fc.constantFrom("06:00", "24:00") }),
  }),
  rows: [
    [{ hours: { from: "09:00", to: "18:00" } }, true],
    [{ hours: { from: "11:00", to: "18:00" } }, false],
  ],
  said: [
    [
      { hours: { days: ["sat", "sun"], from: "09:00", to: "12:00" } },
      "the time is 2026-11-18T09:00:00.000Z",
      "hours sat, sun 09:00–12:00",
    ],
  ],
};
