import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { numberPlan } from "../../../../../src/endpoint/configuration/numberPlans.ts";
import { COUNTRIES } from "../../../../support/notations/countries.ts";
import { notationsOf } from "../../../../support/notations/generatePositives.ts";
import { PROJECTIONS } from "../../../../support/notations/projections.ts";

type Region = Parameters<typeof parsePhoneNumberFromString>[1];

/** What libphonenumber reads; it knows nothing of the tables, nor of thin and narrow spaces. */
const read = (text: string, region: string) =>
  parsePhoneNumberFromString(text.replace(/[\u2007\u2009\u202f]/g, " "), region as Region)?.number;

/**
 * Not read by libphonenumber: a prefix for calls abroad that is not dialled in the country itself, a slash
 * (it takes what follows for another number).
 */
const isReadable = (text: string) => !/^\(?00|\//.test(text);

describe.each(COUNTRIES)("$region", (country) => {
  const { region, number, tracked, code, trunk, own, shown } = country;

  test("numbers of one length that can be dialled, as the plan says", () => {
    expect(number).toBe(`+${code}${own.replaceAll(" ", "")}`);
    expect(tracked).toBe(`+${code}${shown.replaceAll(" ", "")}`);
    expect(shown.replace(/\d/g, "0")).toBe(own.replace(/\d/g, "0"));
    expect(numberPlan(number)?.code).toBe(code);
    // Brazil and the United States have a trunk prefix that their national form leaves out.
    if (trunk) expect(numberPlan(number)?.trunk).toBe(trunk.trim());
    expect(numberPlan(tracked)?.trunk).toBe(numberPlan(number)?.trunk);
  });

  test("every notation is the number to libphonenumber, before and after", () => {
    const rows = notationsOf(country).filter(([written]) => isReadable(written));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(([written]) => read(written, region) !== number)).toEqual([]);
    expect(rows.filter(([, shown]) => read(shown, region) !== tracked)).toEqual([]);
  });
});

test.each(PROJECTIONS)("$name: what is shown dials the tracked number", ({ region, tracked, rows }) => {
  const alone = rows.filter(
    ([written, shown]) => written !== shown && /^[\d+(][\d\s()+.-]*$/.test(shown) && isReadable(shown),
  );
  expect(alone.length).toBeGreaterThan(1);
  expect(alone.filter(([, shown]) => read(shown, region) !== tracked)).toEqual([]);
});
