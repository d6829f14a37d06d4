import { expect, test } from "vitest";
import { copiedEvents } from "../../../../../src/endpoint/store/rules/copiedEvents.ts";
import { resolveIds } from "../../../../../src/endpoint/store/rules/lateIds.ts";
import type { StoredEvent } from "../../../../../src/endpoint/store/Store.ts";

const entry: StoredEvent = { id: "e", type: "entry", at: 1, consent: "", tracking_ids: { gclid: "A" } };
const late = (id: string, at: number, ids: Record<string, string>, to = "e"): StoredEvent => ({
  id,
  type: "ids",
  at,
  consent: "",
  entry: to,
  tracking_ids: ids,
});

test("ids that come late go to their entry, absent ones only, in whatever order they arrived", () => {
  const first = late("i", 2, { _ga: "1.2", gclid: "B" });
  const second = late("j", 3, { _ga: "3.4", crm: "7" });
  for (const stored of [
    [entry, first, second],
    [second, first, entry],
    [first, entry, second],
  ])
    expect(copiedEvents(stored)).toEqual([{ ...entry, tracking_ids: { gclid: "A", _ga: "1.2", crm: "7" } }]);
  expect(resolveIds([entry, first, second]).refused).toEqual(
    new Map([
      [first, 1],
      [second, 1],
    ]),
  );
});

test("ids of an entry that is not there stay by themselves, and are counted", () => {
  const waiting = late("i", 2, { _ga: "1.2", crm: "7" }, "another");
  expect(copiedEvents([waiting, entry])).toEqual([entry, waiting]);
  expect(resolveIds([entry, waiting])).toEqual({
    events: [entry],
    waiting: [waiting],
    refused: new Map([[waiting, 2]]),
  });
});

test("what is stored is not changed by reading it", () => {
  const stored = [entry, late("i", 2, { crm: "7" })];
  copiedEvents(stored);
  expect(stored[0]).toEqual({ ...entry, tracking_ids: { gclid: "A" } });
});
