import { expect, test } from "vitest";
import { siteDefaults } from "../../../src/vocabulary/siteDefaults.ts";

const bare = { key: "garage", mode: "parcours" } as const;

test("fills in what a site leaves out, as the contract says", () => {
  expect(siteDefaults(bare)).toMatchObject({
    key: "garage",
    mode: "parcours",
    entry: "first",
    visitorDays: 30,
    sessionMinutes: 30,
    region: "FR",
    numbers: [],
    conditions: [],
    params: ["utm_*"],
    cookie: "script",
    callClicks: false,
    swapAt: "auto",
    probabilistic: "off",
    trackingIds: { add: [] },
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      category: "analytics",
      rotation: "required",
      gpc: true,
    },
  });
});

test("keeps what is given, and completes a consent that is given in part", () => {
  const site = siteDefaults({ ...bare, visitorDays: 90, consent: { manager: "tcf", vendor: 755 } });
  expect(site.visitorDays).toBe(90);
  expect(site.consent).toMatchObject({ manager: "tcf", vendor: 755, purposes: [1, 8], gpc: true });
});

test("understands the English names of modes", () => {
  for (const [given, mode] of [
    ["origin", "origine"],
    ["traffic", "trafic"],
    ["journey", "parcours"],
  ] as const)
    expect(siteDefaults({ ...bare, mode: given }).mode).toBe(mode);
});

test("keeps the parameters that conditions name, however deep", () => {
  const site = siteDefaults({
    ...bare,
    params: ["ref"],
    conditions: [
      { id: "a", source: "A", when: { any: [{ param: "gclid" }, { not: { param: "ref" } }] }, numbers: {} },
      {
        id: "b",
        source: "B",
        when: { all: [{ channel: "email" }, { any: [{ param: "mail", is: "1" }] }] },
        numbers: {},
      },
    ],
  });
  expect(site.params).toEqual(["ref", "gclid", "mail"]);
});

test("does not change what it is given", () => {
  const input = Object.freeze({ ...bare, consent: Object.freeze({ key: "x" }) });
  siteDefaults(input);
  expect(input).toEqual({ ...bare, consent: { key: "x" } });
});
