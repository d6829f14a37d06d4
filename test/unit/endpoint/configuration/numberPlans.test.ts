// @vitest-environment node
import { expect, it, test } from "vitest";
import { numberPlan, numberPlans } from "../../../../src/endpoint/configuration/numberPlans.ts";

test.each([
  ["+33123456789", { code: "33", trunk: "0", national: "01 23 45 67 89" }],
  ["+442071234567", { code: "44", trunk: "0", national: "020 7123 4567" }],
  ["+12025550123", { code: "1", trunk: "1", optional: true, national: "(202) 555-0123" }],
  // Italy's leading zero belongs to the number, it is no trunk prefix.
  ["+390612345678", { code: "39", trunk: "", national: "06 1234 5678" }],
  ["+74951234567", { code: "7", trunk: "8", optional: true, national: "8 (495) 123-45-67" }],
  ["+3612345678", { code: "36", trunk: "06", national: "(06 1) 234 5678" }],
  ["+34912345678", { code: "34", trunk: "", national: "912 34 56 78" }],
])("%s", (e164, plan) => {
  expect(numberPlan(e164)).toEqual(plan);
});

test.each(["", "0123456789", "+33 1 23 45 67 89", "+331", "+999123456789"])(
  "%j is no phone number",
  (text) => {
    expect(numberPlan(text)).toBeUndefined();
  },
);

it("covers owner's, default and conditions' numbers", () => {
  const plans = numberPlans({
    numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    conditions: [{ id: "a", source: "A", when: { param: "a" }, numbers: { main: "+442071234567" } }],
  });
  expect(Object.keys(plans).sort()).toEqual(["+33123456789", "+33184880000", "+442071234567"]);
});
