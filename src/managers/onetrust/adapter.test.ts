// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import type { ConsentSettings } from "../../vocabulary/site.ts";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { onetrust } from "./adapter.ts";

const adapter = onetrust();

const settings = (category = "C0002"): ConsentSettings => ({
  ...siteDefaults({ key: "garage", mode: "parcours" }).consent,
  category,
});

interface Page {
  closed?: unknown;
  valid?: unknown;
  active?: unknown;
  model?: string;
  groups?: unknown;
}

const GROUPS = [
  { CustomGroupId: "C0001", Status: "always active" },
  { CustomGroupId: "C0002", Status: "inactive" },
];

/** OneTrust as a page has it: the banner answered, opt-in, nothing but the necessary accepted. */
function load({
  closed = true,
  valid = closed,
  active = ",C0001,",
  model = "opt-in",
  groups = GROUPS,
}: Page) {
  Object.assign(window, {
    OnetrustActiveGroups: active,
    OneTrust: {
      IsAlertBoxClosed: () => closed,
      IsAlertBoxClosedAndValid: () => valid,
      GetDomainData: () => ({ ConsentModel: { Name: model }, Groups: groups }),
    },
  });
}

const ALL = ",C0001,C0002,";

/** What a reading is worth: a throw is no decision, as in the engine. */
function choice(category?: string): unknown {
  try {
    return adapter.read(settings(category));
  } catch {
    return undefined;
  }
}

afterEach(() => {
  for (const name of ["OneTrust", "OnetrustActiveGroups"]) Reflect.deleteProperty(window, name);
});

describe("OneTrust", () => {
  test.each<[string, Page, unknown]>([
    ["accepted", { active: ALL }, true],
    ["refused", {}, false],
    ["not answered, so only the necessary is on", { closed: false }, undefined],
    [
      "not answered, in a region where all is on",
      { closed: false, active: ALL, model: "opt-out" },
      undefined,
    ],
    ["answered, and asked again since", { valid: false, active: ALL }, undefined],
    ["closed where all is on unless one objects", { active: ALL, model: "opt-out" }, undefined],
    ["closed where going on is a consent", { active: ALL, model: "Implied Consent" }, undefined],
    ["closed where one is only told", { active: ALL, model: "Notice Only" }, undefined],
    ["objected, where all is on unless one does", { model: "opt-out" }, false],
    [
      "a group that is on whatever one says",
      { active: ALL, groups: [{ CustomGroupId: "C0002", Status: "Always Active" }] },
      undefined,
    ],
    ["the group does not exist", { groups: GROUPS.slice(0, 1) }, undefined],
    ["another group has a longer name", { active: ",C0001,C00021," }, false],
    ["the list is not there yet", { active: null }, undefined],
    ["the list is no text", { active: { split: null } }, undefined],
    ["closed, but not truly", { closed: "true", active: ALL }, undefined],
    ["closed, but only a number", { closed: 1, active: ALL }, undefined],
    ["no groups at all", { groups: null, active: ALL }, undefined],
  ])("%s", (_, page, expected) => {
    load(page);
    expect(choice()).toBe(expected);
  });

  test("an older SDK cannot tell that it asks again", () => {
    load({ active: ALL });
    Reflect.deleteProperty((window as unknown as { OneTrust: object }).OneTrust, "IsAlertBoxClosedAndValid");
    expect(choice()).toBe(true);
  });

  test("the usual category is the performance group, any other is taken literally", () => {
    load({ active: ALL });
    expect(choice("analytics")).toBe(true);
    expect(choice("performance")).toBeUndefined();
    expect(adapter.describe?.(settings("analytics"))).toMatchObject({ key: "C0002", signal: ALL });
  });

  test.each([
    ["nothing", undefined],
    ["an element with that id", document.createElement("script")],
    ["settings that precede the SDK", { geolocationResponse: { countryCode: "FR" } }],
  ])("%s is no presence", (_, value) => {
    Object.assign(window, { OneTrust: value });
    expect(adapter.detect()).toBeFalsy();
    expect(choice()).toBeUndefined();
  });

  test("the version is in its cookie", () => {
    // biome-ignore lint/suspicious/noDocumentCookie: as the manager writes it
    document.cookie = "OptanonConsent=isGpcEnabled=0&version=202503.2.0&groups=C0001%3A1";
    expect(adapter.describe?.(settings())?.version).toBe("202503.2.0");
  });
});

test("a group that is on before anybody is asked is told", () => {
  load({ groups: [{ CustomGroupId: "C0002", Status: "active" }] });
  expect(adapter.doubt?.(settings())).toContain(`its status to "inactive"`);
  load({});
  expect(adapter.doubt?.(settings())).toBeFalsy();
});
