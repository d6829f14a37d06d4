import {
  type Arrival,
  ArrivalError,
  type Explanation,
  explain,
  type Tried,
} from "../../src/explain/explain.ts";
import type { Condition, Site } from "../../src/vocabulary/site.ts";
import { inWords } from "../../src/vocabulary/when/inWords.ts";
import { LANGUAGES, type Language } from "./languages.ts";

const FIELDS = ["url", "referrer", "page", "first_url", "first_referrer", "language"] as const;

/** A condition that was tried, with what it demands, or the part of it that failed, in words. */
interface ToldTried extends Tried {
  words: Record<Language, string>;
}

function told(tried: Tried, { when }: Condition): ToldTried {
  // Of an `any` every leaf failed, so the whole rule says more than the last of them.
  const part = tried.matched || "any" in when || !tried.failed ? when : tried.failed;
  const words = LANGUAGES.map((language) => [language, inWords(part, language)]);
  return { ...tried, words: Object.fromEntries(words) };
}

/** `mgt explain` with its options as query parameters; a text says what is wrong with one of them. */
export function explainArrival(
  site: Site,
  query: URLSearchParams,
): (Explanation & { tried: ToldTried[] }) | string {
  const arrival: Arrival = { url: "" };
  for (const field of FIELDS) {
    const value = query.get(field);
    if (value) arrival[field] = value;
  }
  const pages = query.get("pages");
  if (pages) arrival.pages = Number(pages);
  const device = query.get("device");
  if (device === "mobile" || device === "desktop") arrival.device = device;
  try {
    const explanation = explain(site, arrival);
    // They are tried in the order of the configuration.
    const tried = explanation.tried.map((one, index) => told(one, site.conditions[index] as Condition));
    return { ...explanation, tried };
  } catch (error) {
    if (error instanceof ArrivalError) return `${error.field}: ${error.message}`;
    throw error;
  }
}
