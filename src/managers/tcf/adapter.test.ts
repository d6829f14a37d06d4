// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ConsentSettings } from "../../vocabulary/site.ts";
import { siteDefaults } from "../../vocabulary/siteDefaults.ts";
import type { Adapter } from "../Adapter.ts";
import { tcf } from "./adapter.ts";

const settings = (consent: Partial<ConsentSettings> = {}): ConsentSettings => ({
  ...siteDefaults({ key: "garage", mode: "parcours" }).consent,
  vendor: 755,
  purposes: [1, 8],
  ...consent,
});

const YES = {
  eventStatus: "useractioncomplete",
  gdprApplies: true,
  isServiceSpecific: true,
  tcString: "CPtest",
  cmpId: 300,
  cmpVersion: 7,
  purpose: { consents: { 1: true, 8: true } },
  vendor: { consents: { 755: true }, disclosedVendors: { 755: true } },
  publisher: { restrictions: {} },
};

let adapter: Adapter;
let hear: ReturnType<typeof vi.fn<() => void>>;
let tell: (data: unknown, success?: boolean) => void;

function listen(consent?: Partial<ConsentSettings>): void {
  Object.assign(window, {
    __tcfapi: (command: string, version: number, callback: (data: unknown, success: boolean) => void) => {
      expect([command, version]).toEqual(["addEventListener", 2]);
      tell = (data, success = true) => callback(data, success);
    },
  });
  adapter.watch?.(hear, settings(consent));
}

const choice = () => adapter.read(settings());

beforeEach(() => {
  Reflect.deleteProperty(window, "__tcfapi");
  adapter = tcf();
  hear = vi.fn<() => void>();
});

describe("the framework", () => {
  test("is there with its function, and asked once it is", () => {
    expect(adapter.detect()).toBeFalsy();
    listen();
    expect(adapter.detect()).toBeTruthy();
    expect(choice()).toBeUndefined();
  });

  test.each<[string, object, unknown]>([
    ["accepted", {}, true],
    ["accepted on an earlier page", { eventStatus: "tcloaded" }, true],
    ["everything refused: empty objects", { purpose: { consents: {} }, vendor: { consents: {} } }, false],
    ["refused, said of each", { vendor: { consents: { 755: false } } }, false],
    ["one purpose missing", { purpose: { consents: { 1: true } } }, false],
    ["another vendor", { vendor: { consents: { 7: true } } }, false],
    [
      "a vendor that was not disclosed",
      { vendor: { consents: { 755: true }, disclosedVendors: { 7: true } } },
      false,
    ],
    [
      "the same, by the earlier name",
      { vendor: { consents: { 755: true }, vendorsDisclosed: { 7: true } } },
      false,
    ],
    ["a string older than 2.3", { vendor: { consents: { 755: true } } }, true],
    ["the same, with an empty object", { vendor: { consents: { 755: true }, disclosedVendors: {} } }, true],
    ["a purpose not allowed by the publisher", { publisher: { restrictions: { 8: { 755: 0 } } } }, false],
    ["consent required by the publisher", { publisher: { restrictions: { 8: { 755: 1 } } } }, true],
    ["legitimate interest", { publisher: { restrictions: { 1: { 755: 2 } } } }, false],
    ["a restriction for another vendor", { publisher: { restrictions: { 1: { 7: 0 } } } }, true],
    ["a string for a group of sites", { isServiceSpecific: false }, undefined],
    ["the law does not apply", { gdprApplies: false, purpose: undefined, vendor: undefined }, null],
    ["an answer only like true", { vendor: { consents: { 755: 1 } } }, false],
  ])("%s", (_, changes, expected) => {
    listen();
    tell({ ...YES, ...changes });
    expect(hear).toHaveBeenCalledOnce();
    expect(choice()).toBe(expected);
  });

  test.each<[string, unknown, boolean]>([
    ["a panel that is open, and repeats the old choices", { ...YES, eventStatus: "cmpuishown" }, true],
    ["a longer word", { ...YES, eventStatus: "tcloaded2" }, true],
    ["no event", { ...YES, eventStatus: undefined }, true],
    ["a failure", YES, false],
    ["nothing", null, true],
  ])("%s is no decision, and leaves what was said", (_, data, success) => {
    listen();
    tell(data, success);
    expect(choice()).toBeUndefined();
    tell(YES);
    tell(data, success);
    expect(choice()).toBe(true);
    expect(hear).toHaveBeenCalledOnce();
  });

  test("vendor 0: the purposes alone decide, and the proof says so", () => {
    listen({ vendor: 0 });
    tell({ ...YES, vendor: { consents: {} } });
    expect(choice()).toBe(true);
    expect(adapter.describe?.(settings())).toMatchObject({
      own: false,
      key: "0",
      signal: "purposes 1,8 CPtest",
    });
  });

  test("nothing asked about is nothing consented", () => {
    listen({ vendor: 0, purposes: [] });
    tell(YES);
    expect(choice()).toBe(false);
  });

  test("the proof is the string, of us by name", () => {
    listen();
    tell(YES);
    expect(adapter.describe?.(settings())).toEqual({
      own: true,
      key: "755",
      signal: "CPtest",
      version: "300.7",
    });
  });
});

test("a string that is too long for the proof is a decision, cut with its length in words, and told", () => {
  listen();
  tell({ ...YES, tcString: "C".repeat(9_000) });
  expect(choice()).toBe(true);
  expect(adapter.describe?.(settings())?.signal).toMatch(/^cut, of 9000 characters: CCC/);
  expect(adapter.doubt?.(settings())).toContain("longer than 8192 characters");
  tell(YES);
  expect(adapter.describe?.(settings())?.signal).toBe("CPtest");
  expect(adapter.doubt?.(settings())).toBeFalsy();
});
