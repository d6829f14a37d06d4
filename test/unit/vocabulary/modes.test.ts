import { expect, test } from "vitest";
import {
  collectedTypes,
  MODE_ALIASES,
  MODES,
  type ModeName,
  needsConsent,
} from "../../../src/vocabulary/modes.ts";

/** The contract's table, written down a second time. */
const TABLE: Record<
  ModeName,
  { stores: boolean; collects: string[]; probabilistic: boolean; conditions: boolean }
> = {
  invisible: { conditions: false, stores: false, collects: [], probabilistic: false },
  rotation: { conditions: true, stores: true, collects: [], probabilistic: true },
  origine: { conditions: true, stores: true, collects: ["entry", "ids"], probabilistic: true },
  trafic: { conditions: true, stores: true, collects: ["entry", "ids", "pages"], probabilistic: true },
  parcours: { conditions: true, stores: true, collects: ["entry", "ids", "page"], probabilistic: true },
};

test.each(Object.entries(TABLE))("%s", (name, { conditions, stores, collects, probabilistic }) => {
  const mode = MODES[name as ModeName];
  expect(mode.conditions).toBe(conditions);
  expect(mode.storage).toBe(stores);
  expect(mode.collects).toEqual(collects);
  expect(mode.probabilistic).toBe(probabilistic);
});

test("there are five modes, and three aliases", () => {
  expect(Object.keys(MODES)).toEqual(Object.keys(TABLE));
  expect(MODE_ALIASES).toEqual({ origin: "origine", traffic: "trafic", journey: "parcours" });
});

test("call clicks are collected from origine up, and only where they are switched on", () => {
  for (const mode of ["origine", "trafic", "parcours"] as const) {
    expect(collectedTypes({ mode, callClicks: true })).toContain("call_click");
    expect(collectedTypes({ mode, callClicks: false })).not.toContain("call_click");
    expect(collectedTypes({ mode })).not.toContain("call_click");
  }
  for (const mode of ["invisible", "rotation"] as const)
    expect(collectedTypes({ mode, callClicks: true })).toEqual([]);
});

test("consent is waited for where it is required, in rotation by the owner's choice", () => {
  const needs = (mode: ModeName, rotation?: "exempt" | "required") =>
    needsConsent({ mode, consent: { rotation } });
  expect(needs("invisible", "required")).toBe(false);
  expect(needs("rotation")).toBe(true);
  expect(needs("rotation", "exempt")).toBe(false);
  expect(needs("rotation", "required")).toBe(true);
  for (const mode of ["origine", "trafic", "parcours"] as const) expect(needs(mode, "exempt")).toBe(true);
});
