import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { visible } from "./invisible.ts";

/** Letters that hands and text recognition put in the place of digits. */
const MISREAD: Readonly<Record<string, string>> = { O: "0", o: "0", I: "1", l: "1" };

/** `+33 (0)1`: the trunk prefix that is dialled inside of the country only. */
const TRUNK = /\(\s*0+\s*\)/g;

/** No number of a configuration has one. */
const EXTENSION = /(ext\.?|extension|poste|#|x)(?:\s*\d+)?\s*$/i;

/**
 * The number in E.164 that a text was meant to be: written nationally, with `00`, with separators, with what a paste
 * brings along; nothing where no number in service comes out.
 *
 * @param region country of numbers without a calling code
 */
export function proposePhone(written: string, region = "FR"): string | undefined {
  const text = visible(written).normalize("NFKC");
  const whole = readPhone(text, region);
  if (whole !== undefined) return whole;
  // With words around it, or one of several.
  const runs = text.replace(TRUNK, " ").match(/(?<![\p{L}\d])\+?\d[\d .()-]{0,40}\d(?![\p{L}\d-])/gu) ?? [];
  return runs.map((run) => readPhone(run, region)).find((phone) => phone !== undefined);
}

function readPhone(written: string, region: string): string | undefined {
  const digits = written
    .replace(/^(tel|callto|sms)\s*:\s*(\/\/)?/i, "")
    .replace(TRUNK, "")
    .replace(EXTENSION, "")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(((digit.codePointAt(0) ?? 0) - 0x660) % 0x90))
    .replace(/[OoIl]/g, (letter) => MISREAD[letter] ?? letter);
  if (/\p{L}/u.test(digits) || !/\d/.test(digits)) return undefined;
  const country = (isSupportedCountry(region) ? region : "FR") as CountryCode;
  const bare = digits.replace(/\D/g, "");
  // As the country reads it; then as a number whose "+" was lost, or whose first zero was (spreadsheets drop it).
  const readings = [digits];
  if (/^(00)?[1-9]/.test(bare)) readings.push(`+${bare.replace(/^00/, "")}`);
  if (!bare.startsWith("0")) readings.push(`0${bare}`);
  for (const reading of readings) {
    const phone = parsePhoneNumberFromString(reading, { defaultCountry: country, extract: false });
    if (phone?.isValid()) return phone.number;
  }
  return undefined;
}
