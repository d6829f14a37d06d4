import type { NumberPlan, Site } from "../../vocabulary/site.ts";
import { parsePhone } from "./parsePhone.ts";

/** How one number is dialled and written in its own country; `undefined` when it is no phone number. */
export function numberPlan(e164: string): NumberPlan | undefined {
  const phone = parsePhone(e164);
  if (!phone) return undefined;
  const national = phone.formatNational();
  // Read off the written form: the metadata's own prefix ("1" in the United States) is not always written.
  const digits = national.replace(/\D/g, "");
  const trunk = digits.endsWith(phone.nationalNumber) ? digits.slice(0, -phone.nationalNumber.length) : "";
  return { code: phone.countryCallingCode, trunk, national };
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
