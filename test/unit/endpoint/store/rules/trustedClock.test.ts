import { expect, test } from "vitest";
import { Heartbeat } from "../../../../../src/endpoint/store/rules/Heartbeat.ts";
import { TrustedClock } from "../../../../../src/endpoint/store/rules/trustedClock.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 1);

/** A clock on the wall, which may be set, beside one that only goes on. */
function clocks() {
  let wall = NOW;
  let steady = 500;
  return {
    clock: new TrustedClock({ wall: () => wall, steady: () => steady }),
    pass(ms: number) {
      wall += ms;
      steady += ms;
    },
    set(ms: number) {
      wall += ms;
    },
  };
}

test("a clock is trusted up to a day ahead of the last use, and behind it", () => {
  const { clock } = clocks();
  expect(clock.isTrusted(undefined)).toBe(true);
  for (const ago of [-30 * DAY, 0, HOUR, DAY]) expect([ago, clock.isTrusted(NOW - ago)]).toEqual([ago, true]);
  expect(clock.isTrusted(NOW - DAY - 1)).toBe(false);
  expect(() => clock.demand(NOW - 20 * DAY, NOW)).toThrow(
    "the clock is 20 days ahead of the store's last use",
  );
});

test("after a longer rest it is trusted once it has kept its pace for an hour", () => {
  const { clock, pass } = clocks();
  const lastUse = NOW - 20 * DAY;
  pass(HOUR - 1);
  expect(clock.isTrusted(lastUse)).toBe(false);
  pass(1);
  expect(clock.isTrusted(lastUse)).toBe(true);
});

test("a clock that is set meanwhile has to begin again", () => {
  const { clock, pass, set } = clocks();
  pass(2 * HOUR);
  set(20 * DAY);
  expect(clock.isTrusted(NOW)).toBe(false);
  clock.watch();
  pass(HOUR - 1);
  clock.watch();
  expect(clock.isTrusted(NOW)).toBe(false);
  pass(1);
  expect(clock.isTrusted(NOW)).toBe(true);
});

test("a heartbeat is written only by a clock that is trusted, or the wrong time would vouch for itself", async () => {
  let kept: number | undefined = Date.now() - 20 * DAY;
  const before = kept;
  const heartbeat = new Heartbeat({
    read: async () => kept,
    write: async (time) => {
      kept = time;
    },
  });
  await heartbeat.beat();
  expect(kept).toBe(before);
  kept = undefined;
  await heartbeat.beat();
  expect(Math.abs(Date.now() - Number(kept))).toBeLessThan(60_000);
});
