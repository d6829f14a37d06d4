// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { wordpress } from "./adapter.ts";

const adapter = wordpress();

const settings = (category = "analytics") =>
  siteDefaults({ key: "garage", mode: "parcours", consent: { category } }).consent;
const GLOBALS = ["consent_api", "wp_consent_type", "wp_fallback_consent_type", "wp_has_consent"];

const clear = () => {
  for (const name of GLOBALS) Reflect.deleteProperty(window, name);
  // With 0, happy-dom keeps a cookie until the clock has moved on.
  for (const pair of document.cookie.split("; ")) setCookie(`${pair.split("=")[0]}=; max-age=-1`);
};

function setCookie(text: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the API's own way
  document.cookie = text;
}

/** The API as a page has it, answering as it does. */
function load(cookie: string, own: object = {}): void {
  setCookie("other=1");
  setCookie(cookie);
  Object.assign(window, {
    consent_api: { cookie_prefix: "wp_consent" },
    wp_fallback_consent_type: "",
    wp_has_consent: () => true,
    ...own,
  });
}

afterEach(clear);

const OPT_IN = { wp_consent_type: "optin" };
const YES = "wp_consent_statistics=allow";
const NO = "wp_consent_statistics=deny";

describe("WP Consent API", () => {
  test.each<[string, string, object, unknown]>([
    ["accepted", YES, OPT_IN, true],
    ["refused", NO, OPT_IN, false],
    ["accepted, the type printed by the server", YES, { wp_fallback_consent_type: "optin" }, true],
    [
      "accepted, the prefix another",
      "x_statistics=allow",
      { ...OPT_IN, consent_api: { cookie_prefix: "x" } },
      true,
    ],
    ["accepted, without settings", YES, { ...OPT_IN, consent_api: undefined }, true],
    ["not answered", "a=1", OPT_IN, undefined],
    ["not answered, nobody manages consents", "a=1", {}, undefined],
    ["not answered, in an opt-out region", "a=1", { wp_consent_type: "optout" }, undefined],
    ["accepted, in an opt-out region", YES, { wp_consent_type: "optout" }, true],
    ["objected, in an opt-out region", NO, { wp_consent_type: "optout" }, false],
    ["accepted by itself where no law applies", YES, { wp_consent_type: "other" }, null],
    ["refused where no law applies", NO, { wp_consent_type: "other" }, false],
    ["accepted once, nobody manages consents now", YES, {}, undefined],
    ["refused once, nobody manages consents now", NO, {}, false],
    ["accepted, but the API says no", YES, { ...OPT_IN, wp_has_consent: () => false }, false],
    ["a word that only begins like it", "wp_consent_statistics=allowed", OPT_IN, undefined],
    ["true is not its word", "wp_consent_statistics=true", OPT_IN, undefined],
    ["another category", "wp_consent_marketing=allow", OPT_IN, undefined],
    ["a category of a longer name", "wp_consent_statistics-anonymous=allow", OPT_IN, undefined],
    ["a cookie whose name ends alike", "a_wp_consent_statistics=allow", OPT_IN, undefined],
  ])("%s", (_, cookie, own, expected) => {
    load(cookie, own);
    expect(adapter.read(settings())).toBe(expected);
  });

  test.each(["true", 1, {}, null])("%j is no grant", (value) => {
    load(YES, { ...OPT_IN, wp_has_consent: () => value });
    expect(adapter.read(settings())).not.toBe(true);
  });

  test("the usual category is statistics, any other is taken literally", () => {
    load("wp_consent_marketing=allow", OPT_IN);
    expect(adapter.read(settings("marketing"))).toBe(true);
    expect(adapter.describe?.(settings("marketing"))).toEqual({
      key: "marketing",
      signal: "wp_consent_marketing=allow",
    });
    expect(adapter.describe?.(settings())).toEqual({ key: "statistics", signal: "" });
  });

  test("it is there once somebody manages consents", () => {
    load(YES);
    expect(adapter.detect()).toBeFalsy();
    Object.assign(window, OPT_IN);
    expect(adapter.detect()).toBeTruthy();
    Reflect.deleteProperty(window, "wp_has_consent");
    expect(adapter.detect()).toBeFalsy();
  });
});

test("the categories that it has, once any has been decided", () => {
  load("other=2", OPT_IN);
  expect(adapter.names?.(settings())).toBeUndefined();
  load("wp_consent_marketing=deny", OPT_IN);
  expect(adapter.names?.(settings())).toContain("statistics");
});
