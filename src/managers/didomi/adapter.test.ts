// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { didomi } from "./adapter.ts";

const KEY = "c:magnetis-AbC123xy";
const settings = siteDefaults({ key: "garage", mode: "parcours", consent: { key: KEY } }).consent;
// biome-ignore lint/suspicious/noExplicitAny: globals of another vendor
const page = window as any;

let adapter: Adapter;
let hear: ReturnType<typeof vi.fn<() => void>>;

const sdkOf = (enabled: unknown, rest: object = {}) => ({
  isConsentRequired: () => true,
  shouldUserStatusBeCollected: () => false,
  getCurrentUserStatus: () => ({ regulation: "gdpr", vendors: { [KEY]: { id: KEY, enabled } } }),
  ...rest,
});

/** Ready: what waited is called with the SDK. */
function load(sdk: object): void {
  page.Didomi = sdk;
  for (const callback of page.didomiOnReady) callback(sdk);
}

/** What is read once this SDK is ready. */
function reading(sdk: object): unknown {
  adapter.install?.(hear, settings);
  load(sdk);
  return adapter.read(settings);
}

beforeEach(() => {
  for (const name of Object.keys(page).filter((each) => /^didomi/i.test(each))) delete page[name];
  hear = vi.fn<() => void>();
  adapter = didomi();
});

describe("didomi", () => {
  test("its queues, which we create, are not its presence", () => {
    adapter.install?.(hear, settings);
    expect(adapter.detect()).toBeFalsy();
  });

  test.each(["Didomi", "didomiConfig", "didomiRemoteConfig"])("%s is its presence", (name) => {
    page[name] = {};
    expect(adapter.detect()).toBeTruthy();
  });

  test("before it is ready its answers are not asked for", () => {
    adapter.install?.(hear, settings);
    page.Didomi = sdkOf(true);
    expect(adapter.read(settings)).toBeUndefined();
    load(sdkOf(false, { isConsentRequired: () => false }));
    expect(hear).toHaveBeenCalledOnce();
    expect(adapter.read(settings)).toBeNull();
  });

  test("changes are heard through the list that it collects, not through onReady", () => {
    const others = { event: "notice.shown", listener: vi.fn() };
    page.didomiEventListeners = [others];
    adapter.install?.(hear, settings);
    expect(page.didomiEventListeners).toHaveLength(2);
    const [, ours] = page.didomiEventListeners;
    expect(ours.event).toBe("consent.changed");
    ours.listener();
    expect(hear).toHaveBeenCalledOnce();
  });

  test.each([true, false])("a decided vendor: %s", (enabled) => {
    expect(reading(sdkOf(enabled))).toBe(enabled);
  });

  const old = { shouldUserStatusBeCollected: undefined };
  test.each([
    ["shouldUserStatusBeCollected", {}],
    ["shouldConsentBeCollected", old],
    ["isUserStatusPartial", old],
  ])("undecided, by %s, whether the vendor looks refused or enabled", (name, rest) => {
    for (const enabled of [false, true])
      expect(reading(sdkOf(enabled, { ...rest, [name]: () => true }))).toBeUndefined();
    expect(reading(sdkOf(true, { ...rest, [name]: () => false }))).toBe(true);
  });

  test.each([
    ["no undecided test at all", sdkOf(true, old)],
    ["an undecided test without an answer", sdkOf(true, { shouldUserStatusBeCollected: () => undefined })],
    ["vendor missing", sdkOf(true, { getCurrentUserStatus: () => ({ regulation: "gdpr", vendors: {} }) })],
  ])("%s is no decision", (_, sdk) => {
    expect(reading(sdk)).toBeUndefined();
  });

  test.each(["true", 1, {}, null, undefined])("enabled: %j is no grant", (enabled) => {
    expect(reading(sdkOf(enabled))).not.toBe(true);
  });

  test.each([
    ["consent is not required", sdkOf(true, { isConsentRequired: () => false })],
    ...["none", "cpra", "ucpa"].map((regulation) => [
      `enabled until the visitor objects (${regulation})`,
      sdkOf(true, { getCurrentUserStatus: () => ({ regulation, vendors: { [KEY]: { enabled: true } } }) }),
    ]),
  ] as [string, object][])("%s: not applicable", (_, sdk) => {
    expect(reading(sdk)).toBeNull();
  });

  test("a status of before there were several regulations", () => {
    const getCurrentUserStatus = () => ({ vendors: { [KEY]: { enabled: true } } });
    expect(reading(sdkOf(true, { getCurrentUserStatus }))).toBe(true);
  });

  test("the proof says what was chosen for us and when, names nobody, and nothing of others", () => {
    const status = {
      user_id: "u-1",
      created: "2026-10-01T10:00:00Z",
      updated: "2026-11-01T10:00:00Z",
      regulation: "gdpr",
      vendors: { google: { id: "google", enabled: true }, [KEY]: { id: KEY, enabled: true } },
      purposes: { analytics: { enabled: true } },
    };
    reading(sdkOf(true, { version: "2.1", getCurrentUserStatus: () => status }));
    const { version, signal } = adapter.describe?.(settings) ?? {};
    expect(version).toBe("2.1");
    expect(JSON.parse(`${signal}`)).toEqual({
      vendors: { [KEY]: { enabled: true } },
      updated: "2026-11-01T10:00:00Z",
    });
  });
});
