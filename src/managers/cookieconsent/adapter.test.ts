// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { cookieconsent } from "./adapter.ts";

let adapter: Adapter;

const settings = (category = "analytics") =>
  siteDefaults({ key: "garage", mode: "parcours", consent: { key: "magnetis", category } }).consent;
// biome-ignore lint/suspicious/noExplicitAny: globals of another vendor
const page = window as any;

const WITH_SERVICE = { analytics: { services: { magnetis: {}, other: {} } }, ads: {} };
const WITHOUT = { analytics: { services: { other: {} } }, ads: {} };

/** The library as it is once run. */
function load(categories: object | undefined, changes: object = {}): void {
  page.CookieConsent = {
    validConsent: () => true,
    getConfig: (field: string) => ({ categories })[field],
    acceptedCategory: (category: string) => category === "analytics",
    acceptedService: (service: string, category: string) =>
      service === "magnetis" && category === "analytics",
    ...changes,
  };
}

beforeEach(() => {
  adapter = cookieconsent();
  delete page.CookieConsent;
});

describe("vanilla-cookieconsent", () => {
  test.each<[string, object | undefined, object, string, unknown, 0 | 2]>([
    ["a service of ours, accepted", WITH_SERVICE, {}, "analytics", true, 0],
    ["refused, its category accepted", WITH_SERVICE, { acceptedService: () => false }, "analytics", false, 0],
    ["accepted, its category not", WITH_SERVICE, { acceptedCategory: () => false }, "analytics", true, 0],
    ["the category, accepted", WITHOUT, {}, "analytics", true, 2],
    ["the category, without services", { analytics: {} }, {}, "analytics", true, 2],
    ["another category, refused", WITH_SERVICE, {}, "ads", false, 2],
    ["a category that is always on", { analytics: { readOnly: true } }, {}, "analytics", undefined, 2],
    ["no such category", WITH_SERVICE, {}, "statistics", undefined, 2],
    ["not decided", WITH_SERVICE, { validConsent: () => false }, "analytics", undefined, 0],
    [
      "not decided, on by itself (opt-out)",
      WITHOUT,
      { validConsent: () => false },
      "analytics",
      undefined,
      2,
    ],
    ["an answer only like true", WITH_SERVICE, { validConsent: () => 1 }, "analytics", undefined, 0],
    ["not run", undefined, {}, "analytics", undefined, 2],
  ])("%s", (_, categories, changes, category, expected, tier) => {
    load(categories, changes);
    expect(adapter.read(settings(category))).toBe(expected);
    expect(adapter.tier).toBe(tier);
  });

  test.each(["true", 1, {}, null])("%j is no grant", (value) => {
    load(WITH_SERVICE, { acceptedService: () => value });
    expect(adapter.read(settings())).not.toBe(true);
    load(WITHOUT, { acceptedCategory: () => value });
    expect(adapter.read(settings())).not.toBe(true);
  });

  test("an old Cookiebot, which has the same name, and a library not run, are not its presence", () => {
    page.CookieConsent = { consent: { statistics: true } };
    expect(adapter.detect()).toBeFalsy();
    load(undefined);
    expect(adapter.detect()).toBeFalsy();
    load(WITHOUT);
    expect(adapter.detect()).toBeTruthy();
  });

  test("its weight can be asked for whatever the page has become", () => {
    load(WITH_SERVICE);
    adapter.read(settings());
    Object.defineProperty(page, "CookieConsent", {
      configurable: true,
      get: () => {
        throw new Error("broken");
      },
    });
    expect(() => adapter.read(settings())).toThrow("broken");
    expect(adapter.tier).toBe(0);
  });
});

test("a category that is on before anybody is asked is told", () => {
  load({ analytics: { enabled: true } });
  expect(adapter.doubt?.(settings())).toContain('set "enabled": false');
  load({ analytics: { enabled: false } });
  expect(adapter.doubt?.(settings())).toBeFalsy();
});

test("version 2 is seen, and not spoken", () => {
  page.initCookieConsent = () => {};
  expect(adapter.isOutdated?.()).toBeTruthy();
  expect(adapter.detect()).toBeFalsy();
  delete page.initCookieConsent;
});
