// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { axeptio } from "./adapter.ts";

const settings = siteDefaults({ key: "garage", mode: "parcours", consent: { key: "magnetis" } }).consent;
type Listener = (choices: unknown) => void;
// biome-ignore lint/suspicious/noExplicitAny: globals of another vendor
const page = window as any;

let adapter: Adapter;
let hear: ReturnType<typeof vi.fn<() => void>>;
let listeners: Listener[];

/** The SDK as it is once loaded: it empties the queue, and from then on callbacks run at once. */
function load(choices: unknown): void {
  const sdk = {
    userPreferencesManager: { choices },
    on: (event: string, listener: Listener) => event === "cookies:complete" && listeners.push(listener),
  };
  page.axeptioSDK = sdk;
  for (const callback of page._axcb ?? []) callback(sdk);
  page._axcb = { push: (callback: (given: unknown) => void) => callback(sdk) };
}

const complete = (choices: unknown) => {
  for (const listener of listeners) listener(choices);
};

beforeEach(() => {
  for (const name of ["_axcb", "axeptioSDK", "axeptioSettings"]) delete page[name];
  listeners = [];
  hear = vi.fn<() => void>();
  adapter = axeptio();
});

describe("axeptio", () => {
  test("its queue, which we create, is not its presence", () => {
    adapter.install?.(hear, settings);
    expect(page._axcb).toHaveLength(1);
    expect(adapter.detect()).toBeFalsy();
    page.axeptioSettings = { clientId: "0" };
    expect(adapter.detect()).toBeTruthy();
    expect(adapter.read(settings)).toBeUndefined();
  });

  test.each([
    ["a queue that others began", () => (page._axcb = [vi.fn()])],
    ["no queue", () => {}],
  ])("the SDK comes after us: %s", (_, prepare) => {
    prepare();
    adapter.install?.(hear, settings);
    load({ magnetis: true, $$completed: true });
    expect(hear).toHaveBeenCalled();
    expect(adapter.read(settings)).toBe(true);
  });

  test("the SDK was there before us, its event long over", () => {
    load({ magnetis: false, $$completed: true });
    adapter.install?.(hear, settings);
    expect(hear).toHaveBeenCalled();
    expect(adapter.read(settings)).toBe(false);
  });

  test("the event's choices count, whatever the SDK still holds", () => {
    adapter.install?.(hear, settings);
    load({ magnetis: true, $$completed: true });
    complete({ magnetis: false, $$completed: true });
    expect(adapter.read(settings)).toBe(false);
    complete({ magnetis: true, $$completed: true });
    expect(adapter.read(settings)).toBe(true);
    expect(hear).toHaveBeenCalledTimes(3);
  });

  test.each([
    ["nothing chosen", {}],
    ["before any choice", { $$token: "t", $$date: "2026-11-01T10:00:00Z", $$completed: false }],
    ["left half-way", { magnetis: true, $$completed: false }],
    ["a refusal left half-way", { magnetis: false, $$completed: false }],
    ["undefined", { magnetis: undefined, $$completed: true }],
    ["our key missing", { google_analytics: true, $$completed: true }],
    ["another case", { Magnetis: true, $$completed: true }],
    ["no choices", undefined],
  ])("%s is no decision", (_, choices) => {
    adapter.install?.(hear, settings);
    load(choices);
    expect(adapter.read(settings)).toBeUndefined();
    complete(choices);
    expect(adapter.read(settings)).toBeUndefined();
  });

  test.each(["true", 1, {}, [], null, "yes"])("%j is no grant", (value) => {
    adapter.install?.(hear, settings);
    load({ magnetis: value, $$completed: true });
    expect(adapter.read(settings)).not.toBe(true);
  });

  test("the proof says what was chosen for us and when, and names nobody", () => {
    adapter.install?.(hear, settings);
    load({ $$token: "abc", $$date: "2026-11-01T10:00:00Z", google_analytics: true, magnetis: true });
    expect(JSON.parse(`${adapter.describe?.(settings)?.signal}`)).toEqual({
      magnetis: true,
      $$date: "2026-11-01T10:00:00Z",
    });
  });
});
