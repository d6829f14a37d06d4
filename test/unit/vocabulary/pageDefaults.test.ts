import { describe, expect, test } from "vitest";
import { modeFeatures } from "../../../src/vocabulary/features.ts";
import { MODES, type ModeName } from "../../../src/vocabulary/modes.ts";
import { pageDefaults } from "../../../src/vocabulary/pageDefaults.ts";
import { rulesOf } from "../../../src/vocabulary/rulesOf.ts";
import type { SiteInput } from "../../../src/vocabulary/site.ts";
import { siteDefaults } from "../../../src/vocabulary/siteDefaults.ts";

const NUMBERS = [{ id: "main", number: "+33123456789", tracked: "+33184880000" }];

describe.each(Object.keys(MODES) as ModeName[])(
  "%s: what the script goes without is as by default",
  (mode) => {
    test.each<Partial<SiteInput>>([
      {},
      { numbers: NUMBERS },
      { probabilistic: "refused" },
      { consent: { rotation: "required" } },
    ])("%j", (changes) => {
      const input: SiteInput = { key: "garage", mode, ...changes };
      const [short, complete] = [pageDefaults(input), siteDefaults(input)];
      expect(complete).toMatchObject(short);
      expect(modeFeatures(short)).toEqual(modeFeatures(complete));
      const [rules, expected] = [rulesOf(short), rulesOf(complete)];
      expect(rules.always).toEqual(expected.always);
      for (const host of ["paypal.com", "www.stripe.com", "garage.example"])
        expect(rules.isInside(host)).toBe(expected.isInside(host));
      expect(rules.image("/number.png")).toBe(expected.image("/number.png"));
      expect(rules.entry === "last").toBe(expected.entry === "last");
    });
  },
);
