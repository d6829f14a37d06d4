import { Metadata } from "libphonenumber-js/max";
import type { NumberPlan, Site } from "../../vocabulary/site.ts";
import { parsePhone } from "./parsePhone.ts";

/** What the library's published types leave out. */
interface NumberingPlan {
  nationalPrefix(): string | undefined;
  formats(): {
    pattern(): string;
    leadingDigitsPatterns(): string[];
    nationalPrefixIsOptionalWhenFormattingInNationalFormat(): boolean;
  }[];
}

/** How one number is dialled and written in its own country; `undefined` when it is no phone number. */
export function numberPlan(e164: string): NumberPlan | undefined {
  const phone = parsePhone(e164);
  if (!phone) return undefined;
  const { country, nationalNumber, countryCallingCode: code } = phone;
  const national = phone.formatNational();
  const digits = national.replace(/\D/g, "");
  const written = digits.endsWith(nationalNumber) ? digits.slice(0, -nationalNumber.length) : "";
  // Of a number without a country (+800 …) only the written form is known.
  if (!country) return { code, trunk: written, national };
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const numberingPlan = metadata.numberingPlan as unknown as NumberingPlan;
  const format = numberingPlan
    .formats()
    .find(
      (candidate) =>
        new RegExp(`^(?:${candidate.pattern()})$`).test(nationalNumber) &&
        new RegExp(`^(?:${candidate.leadingDigitsPatterns().at(-1) ?? ""})`).test(nationalNumber),
    );
  // Written or not: "1" in the United States, "0" in Brazil.
  const optional = !written || format?.nationalPrefixIsOptionalWhenFormattingInNationalFormat();
  const trunk = written || numberingPlan.nationalPrefix() || "";
  return { code, trunk, ...(trunk && optional && { optional }), national };
}

/** The plans of every owner's and tracked number of a site, by E.164. */
export function numberPlans(site: Pick<Site, "numbers" | "conditions">): Record<string, NumberPlan> {
  const all = [
    ...site.numbers.flatMap(({ number, tracked }) => (tracked ? [number, tracked] : [number])),
    ...site.conditions.flatMap(({ numbers }) => Object.values(numbers)),
  ];
  const plans: Record<string, NumberPlan> = {};
  for (const e164 of all) {
    const plan = numberPlan(e164);
    if (plan) plans[e164] = plan;
  }
  return plans;
}
