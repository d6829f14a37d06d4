import { expect, test } from "vitest";
import {
  accessesUntil,
  countsUntil,
  eventsUntil,
} from "../../../../../src/endpoint/store/rules/retention.ts";

const NOW = Date.UTC(2026, 10, 1);
const day = (time: number) => new Date(time).toISOString().slice(0, 10);

test("events go when their site says, or after 25 months; counts with them, accesses after a year", () => {
  expect(eventsUntil("shop", { shop: { before: 5_000 } }, NOW)).toBe(5_000);
  expect(day(eventsUntil("gone", { shop: { before: 5_000 } }, NOW))).toBe("2024-10-01");
  expect(countsUntil(NOW)).toBe("2024-10-01");
  expect(day(accessesUntil(NOW))).toBe("2025-10-31");
});
