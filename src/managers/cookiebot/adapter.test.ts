// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import type { ConsentSettings } from "../../vocabulary/site.ts";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { cookiebot } from "./adapter.ts";

const adapter = cookiebot();

const settings = (category = "statistics"): ConsentSettings => ({
  ...siteDefaults({ key: "garage", mode: "parcours" }).consent,
  category,
});

const load = (Cookiebot: unknown) => Object.assign(window, { Cookiebot });

/** What a reading is worth: a throw is no decision, as in the engine, and so is all but yes and no. */
function choice(category?: string): unknown {
  try {
    const reading = adapter.read(settings(category)) as unknown;
    return typeof reading === "boolean" ? reading : undefined;
  } catch {
    return undefined;
  }
}

afterEach(() => {
  Reflect.deleteProperty(window, "Cookiebot");
});

const explicit = { method: "explicit", statistics: true };

describe("Cookiebot", () => {
  test.each<[string, unknown, unknown]>([
    ["accepted", { hasResponse: true, consent: explicit }, true],
    ["refused", { hasResponse: true, consent: { ...explicit, statistics: false } }, false],
    ["not answered", { hasResponse: false, consent: { method: null, statistics: false } }, undefined],
    [
      "implied by scrolling on, or by the region",
      { hasResponse: true, consent: { method: "implied", statistics: true } },
      undefined,
    ],
    [
      "a refusal by implication",
      { hasResponse: true, consent: { method: "implied", statistics: false } },
      undefined,
    ],
    ["forgotten by renew()", { hasResponse: false, consent: explicit }, undefined],
    ["consented, but hasResponse is a text", { hasResponse: "true", consent: explicit }, undefined],
    [
      "the category is a text",
      { hasResponse: true, consent: { ...explicit, statistics: "true" } },
      undefined,
    ],
    ["the category is a number", { hasResponse: true, consent: { ...explicit, statistics: 1 } }, undefined],
    ["the category is missing", { hasResponse: true, consent: { method: "explicit" } }, undefined],
    ["consent is null", { hasResponse: true, consent: null }, undefined],
  ])("%s", (_, manager, expected) => {
    load(manager);
    expect(choice()).toBe(expected);
  });

  test("a getter that throws is no decision", () => {
    load({
      get hasResponse() {
        throw new Error("broken");
      },
    });
    expect(() => adapter.read(settings())).toThrow("broken");
  });

  test("the usual category is statistics, any other is taken literally", () => {
    load({ hasResponse: true, consent: { ...explicit, marketing: false } });
    expect(choice("analytics")).toBe(true);
    expect(choice("marketing")).toBe(false);
    expect(choice("method"), "a property that is no category").toBeUndefined();
    expect(adapter.describe?.(settings("analytics"))).toEqual({
      key: "statistics",
      signal: "statistics=true",
    });
  });

  test("its own script element is no presence", () => {
    load(Object.assign(document.createElement("script"), { id: "Cookiebot" }));
    expect(adapter.detect()).toBeFalsy();
    expect(choice()).toBeUndefined();
  });
});
