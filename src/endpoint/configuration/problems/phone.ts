import { parsePhone } from "../parsePhone.ts";
import type { Context } from "./Context.ts";
import { text } from "./readLoosely.ts";

export function phone(path: string, value: unknown, { error, warn }: Context): void {
  const e164 = text(value);
  if (e164 === undefined) return;
  const parsed = parsePhone(e164);
  const expected = "phone number in E.164, such as +33184880001";
  if (!parsed) {
    const message = e164.startsWith("+")
      ? `"${e164}" is no phone number: its country, its length or its notation is wrong`
      : `"${e164}" is not in E.164: it starts with "+" and the country code, without spaces`;
    error(path, "phone", message, e164, expected);
  } else if (!parsed.isValid())
    warn(
      path,
      "phone",
      `"${e164}" is not a number in service in its country's plan`,
      e164,
      "a number in service",
    );
}
