import { getCountries, isSupportedCountry } from "libphonenumber-js/max";
import { nearest } from "../nearest.ts";
import { folded } from "./folded.ts";
import { visible } from "./invisible.ts";

const LANGUAGES = ["en", "fr"] as const;

/** What people write for a country although it is not its code, the codes of three letters nearest to us included. */
const COUNTRY_HABITS: Readonly<Record<string, string>> = {
  UK: "GB",
  EN: "GB",
  USA: "US",
  FRA: "FR",
  BEL: "BE",
  CHE: "CH",
  DEU: "DE",
  GBR: "GB",
  ESP: "ES",
  ITA: "IT",
  LUX: "LU",
  CAN: "CA",
};

const namesOf = (type: "region" | "language", code: string): string[] =>
  LANGUAGES.map((language) => new Intl.DisplayNames(language, { type, fallback: "none" }).of(code) ?? "");

/** The code of a country by its code in small letters, or by its name in English or French. */
export function proposeRegion(written: string): string | undefined {
  const text = visible(written);
  const code = text.toUpperCase();
  if (isSupportedCountry(code)) return code;
  if (COUNTRY_HABITS[code]) return COUNTRY_HABITS[code];
  const tail = /^[a-z]{2}[-_]([a-z]{2})$/i.exec(text)?.[1]?.toUpperCase();
  if (tail && isSupportedCountry(tail)) return tail;
  return getCountries().find((country) =>
    namesOf("region", country).some((name) => folded(name) === folded(text)),
  );
}

/** Cities by their French names, and what Windows calls the zones of Europe. */
const ZONE_HABITS: Readonly<Record<string, string>> = {
  bruxelles: "Europe/Brussels",
  londres: "Europe/London",
  geneve: "Europe/Zurich",
  romancestandardtime: "Europe/Paris",
  weuropestandardtime: "Europe/Berlin",
  centraleuropestandardtime: "Europe/Budapest",
  gmtstandardtime: "Europe/London",
  heuredeparis: "Europe/Paris",
};

/** Of a country that has one only. */
function zoneOf(country: string | undefined): string | undefined {
  const zones = country ? new Intl.Locale(`und-${country}`).getTimeZones?.() : undefined;
  return zones?.length === 1 ? zones[0] : undefined;
}

/** A time zone by its city, by its country, or by a slip in its name. */
export function proposeTimeZone(written: string): string | undefined {
  const wanted = folded(visible(written));
  if (Object.hasOwn(ZONE_HABITS, wanted)) return ZONE_HABITS[wanted];
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    zones.find((zone) => folded(zone) === wanted) ??
    zones.find((zone) => folded(zone.split("/").at(-1) ?? "") === wanted) ??
    zoneOf(proposeRegion(written)) ??
    (/\d/.test(wanted) ? undefined : nearest(visible(written), zones))
  );
}

/** Of languages whose tag has two letters: browsers never send the one of three. */
function shortTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.split("-")[0];
  } catch {
    return undefined;
  }
}

const isLanguage = (tag: string): boolean => namesOf("language", tag)[0] !== "";

const TWO_LETTERS = [..."abcdefghijklmnopqrstuvwxyz"].flatMap((a, _, all) => all.map((b) => a + b));

/** The primary tag of a language by a longer tag, or by its name in English or French or its own. */
export function proposeLanguage(written: string): string | undefined {
  const text = visible(written);
  const [primary = ""] = text.toLowerCase().split(/[-_;,]/);
  if (/^[a-z]{2,3}$/.test(primary)) {
    const tag = shortTag(primary);
    if (tag && isLanguage(tag)) return tag;
  }
  return TWO_LETTERS.find(
    (tag) =>
      isLanguage(tag) &&
      [...namesOf("language", tag), new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? ""].some(
        (name) => folded(name) === folded(text),
      ),
  );
}
