// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { google } from "./adapter.ts";

const settings = (category = "analytics") =>
  siteDefaults({ key: "garage", mode: "parcours", consent: { category } }).consent;
// biome-ignore lint/suspicious/noExplicitAny: globals of another vendor
const page = window as any;

let adapter: Adapter;
let hear: ReturnType<typeof vi.fn<() => void>>;

/** As Google's own snippet: its `arguments`, which are no array. */
function gtag(..._: unknown[]): void {
  // biome-ignore lint/complexity/noArguments: that is the point
  page.dataLayer.push(arguments);
}
const update = (analytics_storage: unknown, rest = {}) =>
  gtag("consent", "update", { analytics_storage, ...rest });

beforeEach(() => {
  page.dataLayer = [];
  hear = vi.fn<() => void>();
  adapter = google();
});

const each =
  (...acts: (() => void)[]) =>
  () => {
    for (const act of acts) act();
  };

/** Said before us, or while we listen. */
describe.each([true, false])("Google Consent Mode, said before us: %s", (isBefore) => {
  const read = (say: () => void, category?: string) => {
    if (isBefore) say();
    adapter.watch?.(hear, settings(category));
    if (!isBefore) say();
    return adapter.read(settings(category));
  };

  test.each<[string, () => void, unknown]>([
    ["granted", () => update("granted"), true],
    ["denied", () => update("denied"), false],
    ["nothing", () => {}, undefined],
    ["a default is no grant", () => gtag("consent", "default", { analytics_storage: "granted" }), undefined],
    ["nor a refusal", () => gtag("consent", "default", { analytics_storage: "denied" }), undefined],
    [
      "a default for a region",
      () => gtag("consent", "default", { analytics_storage: "granted", region: ["FR"] }),
      undefined,
    ],
    [
      "a default after a yes",
      each(
        () => update("granted"),
        () => gtag("consent", "default", {}),
      ),
      true,
    ],
    ["a grant for a region", () => update("granted", { region: ["US"] }), undefined],
    ["a refusal for a region", () => update("denied", { region: ["FR"] }), false],
    [
      "yes, then no",
      each(
        () => update("granted"),
        () => update("denied"),
      ),
      false,
    ],
    [
      "no, then yes",
      each(
        () => update("denied"),
        () => update("granted"),
      ),
      true,
    ],
    ["another type", () => gtag("consent", "update", { ad_storage: "granted" }), undefined],
    [
      "an update of another type leaves ours",
      each(
        () => update("granted"),
        () => gtag("consent", "update", { ad_storage: "denied" }),
      ),
      true,
    ],
    ["an array", () => page.dataLayer.push(["consent", "update", { analytics_storage: "granted" }]), true],
    ["an event", () => page.dataLayer.push({ event: "consent", analytics_storage: "granted" }), undefined],
    [
      "entries of any kind",
      () => page.dataLayer.push(null, undefined, 1, "consent", () => {}, []),
      undefined,
    ],
    ["a command without choices", () => gtag("consent", "update"), undefined],
  ])("%s", (_, say, expected) => {
    expect(read(say)).toBe(expected);
  });

  test.each([true, 1, "GRANTED", "yes", {}, ["granted"]])("%j is no grant, even after one", (value) => {
    expect(
      read(
        each(
          () => update("granted"),
          () => update(value),
        ),
      ),
    ).toBeUndefined();
  });

  test("any other category is taken literally", () => {
    expect(read(() => gtag("consent", "update", { ad_storage: "granted" }), "ad_storage")).toBe(true);
    expect(adapter.describe?.(settings("ad_storage"))).toEqual({
      key: "ad_storage",
      signal: "ad_storage=granted",
    });
  });
});

describe("dataLayer", () => {
  test("is not created by us", () => {
    delete page.dataLayer;
    expect(adapter.detect()).toBeFalsy();
    expect(page.dataLayer).toBeUndefined();
  });

  test("keeps working: what others hang on it hears everything, before us and after us", () => {
    const seen: unknown[] = [];
    const hang = () => {
      const { push } = page.dataLayer;
      page.dataLayer.push = (...entries: unknown[]) => {
        seen.push(...entries);
        return push.apply(page.dataLayer, entries);
      };
    };
    hang();
    adapter.watch?.(hear, settings());
    hang();
    expect(page.dataLayer.push({ event: "a" }, { event: "b" })).toBe(2);
    update("granted");
    expect(page.dataLayer).toHaveLength(3);
    expect(seen).toHaveLength(6);
    expect(hear).toHaveBeenCalledTimes(1);
    expect(adapter.read(settings())).toBe(true);
  });

  test("that forgets its oldest entries forgets no choice", () => {
    update("granted");
    adapter.watch?.(hear, settings());
    page.dataLayer.length = 0;
    page.dataLayer.push({ event: "scroll" });
    expect(adapter.read(settings())).toBe(true);
  });

  test("an entry that throws hurts nobody", () => {
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    adapter.watch?.(hear, settings());
    const hostile = Object.defineProperty({}, 0, {
      get: () => {
        throw new Error("hostile");
      },
    });
    expect(page.dataLayer.push(hostile)).toBe(1);
    expect(report).toHaveBeenCalled();
    update("denied");
    expect(adapter.read(settings())).toBe(false);
    report.mockRestore();
  });
});

test("a category that it never tells of: the types that it knows, once a choice was told", () => {
  page.dataLayer = [
    ["consent", "default", { analytics_storage: "denied", ad_user_data: "denied", wait_for_update: 500 }],
  ];
  const other = google();
  other.watch?.(() => {}, settings());
  expect(other.names?.(settings())).toBeUndefined();
  page.dataLayer.push(["consent", "update", { ad_storage: "granted", region: ["FR"] }]);
  expect(other.names?.(settings())).toEqual(["analytics_storage", "ad_user_data", "ad_storage"]);
});
