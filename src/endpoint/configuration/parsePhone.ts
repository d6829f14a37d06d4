import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";

const E164 = /^\+[1-9]\d{5,14}$/;

/** A number written in E.164 whose country and length exist; `undefined` for anything else. */
export function parsePhone(e164: string): PhoneNumber | undefined {
  if (!E164.test(e164)) return undefined;
  const phone = parsePhoneNumberFromString(e164);
  return phone?.isPossible() && phone.number === e164 ? phone : undefined;
}
