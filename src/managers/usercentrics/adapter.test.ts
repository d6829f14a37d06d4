// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { usercentrics } from "./adapter.ts";

let adapter: Adapter;

const KEY = "mGt4cAlL5";
const DOUBLE = join(import.meta.dirname, "demo/double.js");
const settings = siteDefaults({ key: "garage", mode: "parcours", consent: { key: KEY } }).consent;
// biome-ignore lint/suspicious/noExplicitAny: globals of another vendor
const page = window as any;

const version3 = (consent: unknown, all: object = {}, id = KEY) => {
  page.__ucCmp = {
    getConsentDetails: async () => ({
      consent: { controllerId: "c0", ...all },
      services: { [id]: { consent } },
    }),
  };
};

const entry = (type: string, action: string, status: unknown = true) => ({
  type,
  action,
  status,
  language: "fr",
});

const version2 = (status: unknown, ...history: unknown[]) => {
  page.UC_UI = { getServicesBaseInfo: () => [{ id: "other" }, { id: KEY, consent: { status, history } }] };
};

const read = async () => adapter.read(settings);

beforeEach(() => {
  adapter = usercentrics();
  for (const name of ["__ucCmp", "UC_UI", "cmpPanel"]) delete page[name];
  localStorage.clear();
});

test.each(["__ucCmp", "UC_UI"])("%s is its presence", (name) => {
  expect(adapter.detect()).toBeFalsy();
  page[name] = {};
  expect(adapter.detect()).toBeTruthy();
});

describe("usercentrics 3", () => {
  test.each([true, false])("explicit: %s", async (given) => {
    version3({ given, type: "EXPLICIT" });
    expect(await read()).toBe(given);
  });

  test.each([
    ["implicitly refused", { given: false, type: "IMPLICIT" }],
    ["implicitly given", { given: true, type: "IMPLICIT" }],
    ["of no type", { given: true }],
    ["of an odd type", { given: true, type: "NOT_EXPLICIT" }],
    ["nothing", undefined],
  ])("%s is no decision, even where the visitor answered for others", async (_, consent) => {
    version3(consent, { type: "EXPLICIT", status: "ALL_ACCEPTED", updatedBy: "onAcceptAllServices" });
    expect(await read()).toBeUndefined();
  });

  test("our service missing is no decision", async () => {
    version3({ given: true, type: "EXPLICIT" }, {}, "other");
    expect(await read()).toBeUndefined();
  });

  test.each(["true", 1, {}, null])("given: %j is no grant", async (given) => {
    version3({ given, type: "EXPLICIT" });
    expect(await read()).not.toBe(true);
  });

  test("given without asking, outside the European Union: not applicable", async () => {
    version3({ given: true, type: "IMPLICIT" }, { updatedBy: "onNonEURegion" });
    expect(await read()).toBeNull();
    version3({ given: false, type: "EXPLICIT" }, { updatedBy: "onNonEURegion" });
    expect(await read()).toBe(false);
  });

  test("it is asked rather than its UC_UI, which cannot tell", async () => {
    version2(true, entry("explicit", "onAcceptAllServices"));
    version3({ given: false, type: "EXPLICIT" });
    expect(await read()).toBe(false);
  });

  test("the proof names nobody", async () => {
    version3({ given: true, type: "EXPLICIT" });
    await read();
    const { signal, version } = adapter.describe?.(settings) ?? {};
    expect(signal).toBe('{"given":true,"type":"EXPLICIT"}');
    expect(version).toBe("");
  });
});

describe("usercentrics 2", () => {
  test.each([
    ["accepted", true, entry("explicit", "onAcceptAllServices")],
    ["refused", false, entry("explicit", "onDenyAllServices", false)],
    ["on every load, before any choice", undefined, entry("implicit", "onInitialPageLoad", false)],
    ["given before any choice", undefined, entry("implicit", "onInitialPageLoad")],
    ["outside the European Union", null, entry("implicit", "onNonEURegion")],
    ["of no type", undefined, { action: "onAcceptAllServices", status: true }],
  ])("%s: %s", async (_, choice, last) => {
    version2(last.status, entry("implicit", "onInitialPageLoad", false), last);
    expect(await read()).toBe(choice);
  });

  test.each([
    ["no history", () => version2(true)],
    ["not initialised", () => (page.UC_UI = { getServicesBaseInfo: () => [] })],
    ["a service without consent", () => (page.UC_UI = { getServicesBaseInfo: () => [{ id: KEY }] })],
  ])("%s is no decision", async (_, prepare) => {
    prepare();
    expect(await read()).toBeUndefined();
  });

  test.each(["true", 1, {}, null])("status: %j is no grant", async (status) => {
    version2(status, entry("explicit", "onAcceptAllServices", status));
    expect(await read()).not.toBe(true);
  });

  test("as the double of version 2 has it, from the first visit to a withdrawal and the next page", async () => {
    const double = readFileSync(DOUBLE, "utf8");
    let answer: ((granted: boolean) => void) | undefined;
    page.cmpPanel = (panel: { onChoice(granted: boolean): void }) => {
      answer = (granted) => panel.onChoice(granted);
    };
    const open = async () => {
      vi.useFakeTimers();
      const script = Object.assign(document.createElement("script"), {
        src: "https://x.example/double.js?v=2",
      });
      const currentScript = vi.spyOn(document, "currentScript", "get").mockReturnValue(script);
      new Function(double)();
      currentScript.mockRestore();
      vi.runAllTimers();
      vi.useRealTimers();
      return read();
    };
    const told: unknown[] = [];
    const note = () => told.push(adapter.read(settings));
    for (const type of adapter.events?.(settings) ?? []) addEventListener(type, note);
    expect(await open()).toBeUndefined();
    expect(told.every((choice) => choice === undefined)).toBe(true);
    answer?.(true);
    expect(told.at(-1)).toBe(true);
    expect(adapter.describe?.(settings)?.version).toBe("4.38.4");
    expect(await open()).toBe(true);
    answer?.(false);
    expect(told.at(-1)).toBe(false);
    expect(await open()).toBe(false);
    for (const type of adapter.events?.(settings) ?? []) removeEventListener(type, note);
  });
});

test("the services that it knows, once any has been chosen explicitly", async () => {
  version3({ type: "IMPLICIT", given: true }, {}, "other");
  await read();
  expect(adapter.names?.(settings)).toBeUndefined();
  version3({ type: "EXPLICIT", given: true }, {}, "other");
  await read();
  expect(adapter.names?.(settings)).toEqual(["other"]);
  page.__ucCmp = undefined;
  version2(true, entry("explicit", "onAcceptAllServices"));
  await read();
  expect(adapter.names?.(settings)).toEqual(["other", KEY]);
});
