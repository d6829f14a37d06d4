import { parsePhone } from "../parsePhone.ts";
import { phoneFault } from "../proposals/phoneFault.ts";
import { proposePhone } from "../proposals/proposePhone.ts";
import type { Context } from "./Context.ts";
import { records, text } from "./readLoosely.ts";

export function phone(path: string, value: unknown, { site, error, warn }: Context): void {
  const e164 = text(value);
  if (e164 === undefined) return;
  const parsed = parsePhone(e164);
  const expected = "phone number in E.164, such as +33184880001";
  const proposal = parsed?.isValid() ? undefined : proposePhone(e164, text(site.region));
  const meant = proposal && proposal !== e164 ? `; did you mean "${proposal}"?` : "";
  if (!parsed) {
    const fault = proposal ? undefined : phoneFault(e164);
    const message = e164.startsWith("+")
      ? `"${e164}" is no phone number: ${fault ? `it ${fault}` : "its country, its length or its notation is wrong"}`
      : `"${e164}" is not in E.164: it starts with "+" and the country code, without spaces`;
    error(path, "phone", message + meant, e164, expected);
  } else if (!parsed.isValid())
    warn(
      path,
      "phone",
      `"${e164}" is not a number in service in its country's plan${meant}`,
      e164,
      "a number in service",
    );
}

/** What a call to such a number costs whoever rings up, as its country's plan has it. */
const COSTLY: Readonly<Record<string, string>> = {
  PREMIUM_RATE: "a premium-rate number: whoever rings up pays more than for a call",
  SHARED_COST: "a shared-cost number: whoever rings up may pay more than for a call",
};

/** A tracked number: whoever dials it did not choose it. */
export function trackedPhone(path: string, value: unknown, context: Context): void {
  phone(path, value, context);
  const e164 = text(value);
  const parsed = e164 === undefined ? undefined : parsePhone(e164);
  const costly = parsed?.isValid() ? COSTLY[parsed.getType() ?? ""] : undefined;
  const owned = records(context.site.numbers, "").some((entry) => entry.value.number === value);
  if (costly && !owned)
    context.warn(path, "premium_rate", `"${e164}" is ${costly}`, e164, "an ordinary number");
}
