import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { keepHouse } from "../../../src/endpoint/keepHouse.ts";
import { ClockNotTrusted, type SiteTerms } from "../../../src/endpoint/store/Store.ts";
import { site } from "./harness.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 1),
    toFake: ["Date", "setInterval", "clearInterval", "performance"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function kept(purge: (sites: Readonly<Record<string, SiteTerms>>) => Promise<never[]> = async () => []) {
  const store = { freeze: vi.fn(async () => {}), purge: vi.fn(purge) };
  const failed = vi.fn();
  onTestFinished(keepHouse(store, () => [site({ retentionDays: 40 })], failed));
  return { store, failed };
}

test("days are frozen at once and hourly, what is past its time is purged at once and daily", async () => {
  const { store } = kept();
  await vi.advanceTimersByTimeAsync(0);
  const now = Date.UTC(2026, 10, 1);
  const terms = { "mod-test": { timeZone: "Europe/Paris", before: now - 40 * DAY } };
  expect(store.freeze.mock.calls).toEqual([[terms, now]]);
  expect(store.purge.mock.calls).toEqual([[terms, now]]);
  await vi.advanceTimersByTimeAsync(23 * HOUR);
  expect(store.freeze).toHaveBeenCalledTimes(24);
  expect(store.purge).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(store.purge).toHaveBeenCalledTimes(2);
});

test("a purge that did not end is told, and tried again within the hour", async () => {
  let isTrusted = false;
  const { store, failed } = kept(async () => {
    if (!isTrusted) throw new ClockNotTrusted("the clock is ahead");
    return [];
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(failed).toHaveBeenCalledTimes(1);
  isTrusted = true;
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(store.purge).toHaveBeenCalledTimes(2);
  expect(failed).toHaveBeenCalledTimes(1);
});
