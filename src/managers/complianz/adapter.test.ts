// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import type { ConsentSettings } from "../../vocabulary/site.ts";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { complianz } from "./adapter.ts";

const adapter = complianz();

const settings = (category = "statistics"): ConsentSettings => ({
  ...siteDefaults({ key: "garage", mode: "parcours" }).consent,
  category,
});

/** Complianz as a page has it; it says yes to whoever asks `cmplz_has_consent`. */
function load(cookies: Record<string, unknown>, own: object = {}) {
  Object.assign(window, {
    complianz: { consenttype: "optin", forceEnableStats: "", prefix: "cmplz_", version: "7.5.0", ...own },
    cmplz_has_consent: () => true,
    cmplz_get_cookie: (name: string) => cookies[name] ?? "",
    wp_consent_type: "optin",
  });
}

const choice = (category?: string) => adapter.read(settings(category));

afterEach(() => {
  for (const name of ["complianz", "cmplz_has_consent", "cmplz_get_cookie", "wp_consent_type"])
    Reflect.deleteProperty(window, name);
});

describe("Complianz", () => {
  test.each<[string, Record<string, unknown>, object, unknown]>([
    ["accepted", { statistics: "allow" }, {}, true],
    ["refused", { statistics: "deny" }, {}, false],
    ["not answered", {}, {}, undefined],
    ["not answered, in an opt-out region", {}, { consenttype: "optout" }, undefined],
    ["objected, in an opt-out region", { statistics: "deny" }, { consenttype: "optout" }, false],
    ["accepted by itself where no law applies", { statistics: "allow" }, { consenttype: "other" }, null],
    [
      "accepted by itself, as statistics that need no consent",
      { statistics: "allow" },
      { forceEnableStats: "1" },
      undefined,
    ],
    [
      "accepted by itself, as the REST answer has it",
      { statistics: "allow" },
      { forceEnableStats: true },
      undefined,
    ],
    ["refused, though statistics need no consent", { statistics: "deny" }, { forceEnableStats: "1" }, false],
    ["true is not its word", { statistics: true }, {}, undefined],
    ["a word that only begins like it", { statistics: "allowed" }, {}, undefined],
    ["an object", { statistics: { toString: () => "allow" } }, {}, undefined],
    ["another category", { marketing: "allow" }, {}, undefined],
  ])("%s", (_, cookies, own, expected) => {
    load(cookies, own);
    expect(choice()).toBe(expected);
  });

  test("half loaded, without its settings: no decision", () => {
    load({ statistics: "allow" });
    Reflect.deleteProperty(window, "complianz");
    expect(adapter.detect()).toBeFalsy();
    expect(choice()).toBeUndefined();
  });

  test("the usual category is statistics, any other is taken literally", () => {
    load({ statistics: "allow", marketing: "deny" }, { forceEnableStats: "" });
    expect(choice("analytics")).toBe(true);
    expect(choice("marketing")).toBe(false);
    expect(choice("audience")).toBeUndefined();
    expect(adapter.describe?.(settings("analytics"))).toEqual({
      key: "statistics",
      signal: "statistics=allow",
      version: "7.5.0",
    });
  });

  test("only statistics can be declared to need no consent", () => {
    load({ marketing: "allow" }, { forceEnableStats: "1" });
    expect(choice("marketing")).toBe(true);
  });

  test("it is there once the region is known", () => {
    load({ statistics: "allow" });
    expect(adapter.detect()).toBeTruthy();
    Reflect.deleteProperty(window, "wp_consent_type");
    expect(adapter.detect()).toBeFalsy();
  });

  test("a function that throws is no decision", () => {
    load({});
    Object.assign(window, {
      cmplz_get_cookie: () => {
        throw new Error("broken");
      },
    });
    expect(choice).toThrow("broken");
  });
});

test("the categories that it has, once any has been decided", () => {
  load({});
  expect(adapter.names?.(settings())).toBeUndefined();
  load({ marketing: "deny" });
  expect(adapter.names?.(settings())).toContain("statistics");
  expect(adapter.names?.(settings())).not.toContain("performance");
});
