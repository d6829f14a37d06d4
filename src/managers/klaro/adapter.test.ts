// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { klaro } from "./adapter.ts";

const settings = siteDefaults({ key: "garage", mode: "parcours", consent: { key: "magnetis" } }).consent;
// biome-ignore lint/suspicious/noExplicitAny: globals of another vendor
const page = window as any;

let adapter: Adapter;
let hear: ReturnType<typeof vi.fn<() => void>>;
let watchers: Set<{ update(...told: unknown[]): void }>;
let manager: Record<string, unknown>;
let getManager: ReturnType<typeof vi.fn>;
let render: () => void;

/** Klaro as it is once its script has run; it tells what it has rendered to whoever comes late. */
function load(changes: Record<string, unknown> = {}): void {
  const config = { services: [{ name: "magnetis" }] };
  const listeners: ((config: unknown) => unknown)[] = [];
  let isRendered = false;
  manager = {
    confirmed: true,
    consents: { magnetis: true },
    savedConsents: { magnetis: true },
    getConsent: () => true,
    getService: () => ({ name: "magnetis" }),
    watch: (watcher: { update(): void }) => watchers.add(watcher),
    ...changes,
  };
  getManager = vi.fn(() => manager);
  render = () => {
    isRendered = true;
    for (const listener of listeners) listener(config);
  };
  page.klaro = {
    getManager,
    version: () => "0.7.22",
    addEventListener(_: "render", listener: (config: unknown) => unknown) {
      listeners.push(listener);
      if (isRendered) listener(config);
    },
  };
}

const notify = (name: string) => {
  for (const watcher of watchers) watcher.update(manager, name, {});
};

beforeEach(() => {
  delete page.klaro;
  watchers = new Set();
  hear = vi.fn<() => void>();
  adapter = klaro();
});

describe("Klaro", () => {
  test("its element, which has the same name, is not its presence", () => {
    document.body.innerHTML = '<div id="klaro"></div>';
    page.klaro = document.getElementById("klaro");
    expect(adapter.detect()).toBeFalsy();
    load();
    expect(adapter.detect()).toBeTruthy();
  });

  test("its manager is not created before Klaro does it", () => {
    load();
    adapter.watch?.(hear, settings);
    expect(adapter.read(settings)).toBeUndefined();
    expect(getManager).not.toHaveBeenCalled();
    render();
    expect(getManager).toHaveBeenCalledWith({ services: [{ name: "magnetis" }] });
    expect(hear).toHaveBeenCalled();
    expect(adapter.read(settings)).toBe(true);
  });

  test("a service that is always on has not been chosen", () => {
    load({ getService: () => ({ required: true }) });
    render();
    adapter.watch?.(hear, settings);
    expect(adapter.read(settings)).toBeUndefined();
  });

  test("shown before us, and shown again: one watcher", () => {
    load();
    render();
    adapter.watch?.(hear, settings);
    expect(adapter.read(settings)).toBe(true);
    render();
    expect(watchers.size).toBe(1);
  });

  test("saved on this page, then reset", () => {
    load({ confirmed: false, savedConsents: { magnetis: false } });
    render();
    adapter.watch?.(hear, settings);
    hear.mockClear();
    Object.assign(manager, { confirmed: true, savedConsents: { magnetis: true } });
    notify("saveConsents");
    expect(hear).toHaveBeenCalledTimes(1);
    expect(adapter.read(settings)).toBe(true);
    Object.assign(manager, { confirmed: false, savedConsents: { magnetis: false } });
    notify("consents");
    expect(hear).toHaveBeenCalledTimes(2);
    expect(adapter.read(settings)).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>, unknown]>([
    ["refused", { savedConsents: { magnetis: false } }, false],
    ["the owner's default, on by itself", { confirmed: false }, undefined],
    [
      "the owner's default, off by itself",
      { confirmed: false, savedConsents: { magnetis: false } },
      undefined,
    ],
    ["switched on, not saved", { savedConsents: { magnetis: false } }, false],
    ["switched off, not saved", { consents: { magnetis: false }, getConsent: () => false }, true],
    ["our service is missing", { savedConsents: { other: true } }, undefined],
    ["confirmed is only like true", { confirmed: "true" }, undefined],
  ])("%s", (_, changes, expected) => {
    load(changes);
    render();
    adapter.watch?.(hear, settings);
    expect(adapter.read(settings)).toBe(expected);
  });

  test.each(["true", 1, {}, [], null])("%j is no grant", (value) => {
    load({ savedConsents: { magnetis: value } });
    render();
    adapter.watch?.(hear, settings);
    expect(adapter.read(settings)).not.toBe(true);
  });

  test("the proof has its version", () => {
    load();
    expect(adapter.describe?.(settings)).toEqual({ version: "0.7.22" });
  });
});

test.each<[object | undefined, object | undefined, boolean]>([
  [{ default: true }, undefined, true],
  [{}, { default: true }, true],
  [{ default: false }, { default: true }, false],
  [{}, {}, false],
  [undefined, undefined, false],
])("a service that is on before anybody is asked is told: %j in %j", (service, config, isTold) => {
  load({ getService: () => service, config });
  adapter.watch?.(hear, settings);
  render();
  expect(!!adapter.doubt?.(settings)).toBe(isTold);
});

test("version 0.6 is seen, and not spoken", () => {
  load();
  expect(adapter.isOutdated?.()).toBe(false);
  page.klaro.version = () => "0.6.5";
  expect(adapter.isOutdated?.()).toBe(true);
  expect(adapter.detect()).toBeFalsy();
});
