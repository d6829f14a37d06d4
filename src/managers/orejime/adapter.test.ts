// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { orejime } from "./adapter.ts";

const settings = siteDefaults({ key: "garage", mode: "parcours", consent: { key: "magnetis" } }).consent;
// biome-ignore lint/suspicious/noExplicitAny: globals of another vendor
const page = window as any;

/** As Orejime's: `update` while the old `isDirty()` still holds, then `dirty`. */
class Manager {
  readonly listeners: Record<string, ((told: unknown) => void)[]> = {};
  consents: Record<string, unknown>;
  isUndecided: unknown;

  constructor(consents: Record<string, unknown>, isUndecided: unknown) {
    this.consents = consents;
    this.isUndecided = isUndecided;
  }
  on(event: string, listener: (told: unknown) => void) {
    this.listeners[event] = [...(this.listeners[event] ?? []), listener];
  }
  emit(event: string, told: unknown) {
    for (const listener of this.listeners[event] ?? []) listener(told);
  }
  isDirty() {
    return this.isUndecided;
  }
  getConsent(id: string) {
    return this.consents[id];
  }
  change(consents: Record<string, unknown>, isUndecided: boolean) {
    this.consents = { ...this.consents, ...consents };
    this.emit("update", consents);
    this.isUndecided = isUndecided;
    this.emit("dirty", isUndecided);
  }
}

let adapter: Adapter;
/** What was read each time that we were told to. */
let readings: unknown[];
const hear = () => readings.push(adapter.read(settings));

beforeEach(() => {
  delete page.orejime;
  readings = [];
  adapter = orejime();
});

describe("Orejime", () => {
  test("an element of the same name is not its presence", () => {
    page.orejime = document.createElement("div");
    expect(adapter.detect()).toBeFalsy();
    expect(adapter.read(settings)).toBeUndefined();
  });

  test("there before us: yes, no, and cleared with a default of yes", () => {
    const manager = new Manager({ magnetis: false }, true);
    page.orejime = { manager };
    adapter.install?.(hear, settings);
    expect(adapter.detect()).toBeTruthy();
    adapter.watch?.(hear, settings);
    expect(adapter.read(settings)).toBeUndefined();
    manager.change({ magnetis: true }, false);
    manager.change({ magnetis: false }, false);
    manager.change({ magnetis: true }, true);
    expect(readings).toEqual([true, false, undefined]);
  });

  test("a first refusal, which changes nothing", () => {
    const manager = new Manager({ magnetis: false }, true);
    page.orejime = { manager };
    adapter.detect();
    adapter.watch?.(hear, settings);
    manager.change({}, false);
    expect(readings).toEqual([false]);
  });

  test("after us, kept by the owner, then a second instance", () => {
    adapter.install?.(hear, settings);
    for (const magnetis of [true, false]) {
      const manager = new Manager({ magnetis }, false);
      document.dispatchEvent(new CustomEvent("orejime.loaded", { detail: { manager } }));
      expect(readings.at(-1)).toBe(magnetis);
      expect(adapter.detect()).toBeTruthy();
      manager.change({ magnetis: !magnetis }, false);
      expect(readings.at(-1)).toBe(!magnetis);
    }
  });

  test.each<[string, Record<string, unknown>, unknown, unknown]>([
    ["the owner's default, on by itself", { magnetis: true }, true, undefined],
    ["our purpose is missing", { other: true }, false, undefined],
    ["isDirty() without an answer", { magnetis: true }, undefined, undefined],
  ])("%s", (_, consents, isUndecided, expected) => {
    page.orejime = { manager: new Manager(consents, isUndecided) };
    adapter.detect();
    expect(adapter.read(settings)).toBe(expected);
  });

  test.each(["true", 1, {}, null])("%j is no grant", (magnetis) => {
    page.orejime = { manager: new Manager({ magnetis }, false) };
    adapter.detect();
    expect(adapter.read(settings)).not.toBe(true);
  });
});

test("what it knows, in groups too, and whether ours is on before anybody is asked", () => {
  const purposes = [{ id: "ads" }, { id: "measures", purposes: [{ id: "magnetis", default: true }] }];
  page.orejime = { manager: new Manager({}, true), config: { purposes } };
  expect(adapter.detect()).toBeTruthy();
  expect(adapter.names?.(settings)).toBeUndefined();
  expect(adapter.doubt?.(settings)).toContain('"magnetis" is on before anybody is asked');
  page.orejime.manager.change({}, false);
  expect(adapter.names?.(settings)).toEqual(["ads", "magnetis"]);
});

test("version 2 is seen, and not spoken", () => {
  page.Orejime = { init() {} };
  expect(adapter.isOutdated?.()).toBeTruthy();
  expect(adapter.detect()).toBeFalsy();
  delete page.Orejime;
});
