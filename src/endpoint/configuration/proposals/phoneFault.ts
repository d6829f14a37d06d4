import { type CountryCode, isSupportedCountry, validatePhoneNumberLength } from "libphonenumber-js/max";
import { visible } from "./invisible.ts";

/** Longest number that is dialled in its country alone: `112`, `118 218`, `3949`. */
const MAX_SHORT = 6;

/**
 * Why a text is no number of its country, as the end of a sentence; nothing where its length is right.
 *
 * @param region country of numbers without a calling code
 */
export function phoneFault(written: string, region = "FR"): string | undefined {
  const text = visible(written).normalize("NFKC");
  const digits = text.replace(/\D/g, "");
  if (/\p{L}/u.test(text) || digits === "") return undefined;
  if (!text.startsWith("+") && digits.length >= 2 && digits.length <= MAX_SHORT)
    return "is a short number, such as those for emergencies: it has no international form and is never replaced, leave it out";
  const country = (isSupportedCountry(region) ? region : "FR") as CountryCode;
  const length = validatePhoneNumberLength(text, { defaultCountry: country });
  if (length === "TOO_SHORT") return "is too short: digits are missing";
  if (length === "TOO_LONG") return "is too long: it has digits too many";
  return length === "INVALID_LENGTH" ? "has not as many digits as the numbers of its country" : undefined;
}
