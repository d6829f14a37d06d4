// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ConsentSettings } from "../../vocabulary/site.ts";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import { piwikpro } from "./adapter.ts";

const adapter = piwikpro();

const settings = (category = "analytics"): ConsentSettings => ({
  ...siteDefaults({ key: "garage", mode: "parcours" }).consent,
  category,
});

type Api = (command: string, onFulfilled: (answer: unknown) => void, onRejected: () => void) => void;

const load = (api: Api) => Object.assign(window, { ppms: { cm: { api } } });

/** What a reading is worth: a rejection is no decision, as in the engine. */
const choice = async (category?: string) => {
  try {
    return await adapter.read(settings(category));
  } catch {
    return undefined;
  }
};

function setCookie(cookie: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: as the manager writes it
  document.cookie = cookie;
}

afterEach(() => {
  Reflect.deleteProperty(window, "ppms");
});

describe("Piwik PRO", () => {
  test.each<[string, unknown, unknown]>([
    ["accepted", { consents: { analytics: { status: 1 } } }, true],
    ["refused", { consents: { analytics: { status: 0 } } }, false],
    ["closed without a decision", { consents: { analytics: { status: -1 } } }, undefined],
    ["never asked", {}, undefined],
    ["another type only", { consents: { remarketing: { status: 1 } } }, undefined],
    ["a text", { consents: { analytics: { status: "1" } } }, undefined],
    ["true is not its word", { consents: { analytics: { status: true } } }, undefined],
    ["false is not its word", { consents: { analytics: { status: false } } }, undefined],
    ["a type without status", { consents: { analytics: {} } }, undefined],
    ["null", null, undefined],
  ])("%s", async (_, answer, expected) => {
    load((_command, onFulfilled) => onFulfilled(answer));
    expect(await choice()).toBe(expected);
  });

  test("it asks what has been decided, and changes nothing", async () => {
    const commands: string[] = [];
    load((command, onFulfilled) => {
      commands.push(command);
      onFulfilled({ consents: { custom_consent: { status: 1 } } });
    });
    expect(await choice("custom_consent")).toBe(true);
    expect(commands).toEqual(["getComplianceSettings"]);
  });

  test("a failure is no decision", async () => {
    load((_command, _onFulfilled, onRejected) => onRejected());
    expect(await choice()).toBeUndefined();
    load(() => {
      throw new Error("broken");
    });
    expect(await choice()).toBeUndefined();
  });

  test("it is absent without its API", () => {
    expect(adapter.detect()).toBeFalsy();
    Object.assign(window, { ppms: {} });
    expect(adapter.detect()).toBeFalsy();
  });

  describe("changes", () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    test("are seen in its cookie, and asked about once each", () => {
      const hear = vi.fn();
      setCookie("ppms_privacy_abc=1");
      adapter.watch?.(hear, settings());
      vi.advanceTimersByTime(10_000);
      expect(hear, "nothing changed").not.toHaveBeenCalled();
      setCookie("ppms_privacy_abc=2");
      vi.advanceTimersByTime(10_000);
      expect(hear).toHaveBeenCalledOnce();
      setCookie("other=2");
      window.dispatchEvent(new MouseEvent("click"));
      vi.advanceTimersByTime(10_000);
      expect(hear).toHaveBeenCalledOnce();
    });

    test("are seen soon after a click", () => {
      const hear = vi.fn();
      adapter.watch?.(hear, settings());
      window.dispatchEvent(new MouseEvent("click"));
      setCookie("ppms_privacy_abc=3");
      vi.advanceTimersByTime(10);
      expect(hear).toHaveBeenCalledTimes(1);
      setCookie("ppms_privacy_abc=4");
      vi.advanceTimersByTime(190);
      expect(hear).toHaveBeenCalledTimes(2);
    });
  });
});

test("the consent types that it knows, once any has been decided", async () => {
  const answer = (status: number) =>
    load((_, onFulfilled) =>
      onFulfilled({ consents: { analytics: { status: -1 }, remarketing: { status } } }),
    );
  answer(-1);
  await choice("custom_consent");
  expect(adapter.names?.(settings())).toBeUndefined();
  answer(0);
  await choice("custom_consent");
  expect(adapter.names?.(settings())).toEqual(["analytics", "remarketing"]);
});
