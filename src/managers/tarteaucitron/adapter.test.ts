// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { tarteaucitron } from "./adapter.ts";

const adapter = tarteaucitron();

const settings = siteDefaults({ key: "garage", mode: "parcours", consent: { key: "magnetis" } }).consent;

const reading = (manager: unknown) => {
  Object.assign(window, { tarteaucitron: manager });
  return adapter.read(settings);
};

describe("tarteaucitron", () => {
  test.each<[string, object | undefined, unknown]>([
    ["not there", undefined, undefined],
    ["its script, not started", { services: {} }, undefined],
    ["waiting", { services: {}, state: {} }, undefined],
    ["accepted", { services: { magnetis: { needConsent: true } }, state: { magnetis: true } }, true],
    ["refused", { services: {}, state: { magnetis: false } }, false],
    ["another service", { services: {}, state: { gtag: true } }, undefined],
    [
      "a yes by default",
      { parameters: { serviceDefaultState: true }, services: {}, state: { magnetis: true } },
      undefined,
    ],
    [
      "a service that needs none",
      { services: { magnetis: { needConsent: false } }, state: { magnetis: true } },
      undefined,
    ],
  ])("%s", (_, manager, expected) => expect(reading(manager)).toBe(expected));

  test("the proof says the version", () => {
    reading({ version: "1.34.0" });
    expect(adapter.describe?.(settings)).toEqual({ version: "1.34.0" });
  });
});

test.each<[object, boolean]>([
  [{ parameters: { serviceDefaultState: true }, services: {} }, true],
  [{ services: { magnetis: { needConsent: false } } }, true],
  [{ parameters: { serviceDefaultState: "wait" }, services: { magnetis: { needConsent: true } } }, false],
])("a service that is on before anybody is asked is told: %j", (manager, isTold) => {
  reading(manager);
  expect(!!adapter.doubt?.(settings)).toBe(isTold);
});
