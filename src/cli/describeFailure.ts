import type { Facts } from "../page/entry/matches.ts";
import type { When } from "../vocabulary/site.ts";

const quote = (value: unknown) => JSON.stringify(value);

/** What a leaf was compared with, by its key. */
const FOUND: Readonly<Record<string, (facts: Facts, leaf: Record<string, unknown>) => string>> = {
  param: ({ url }, { param }) => {
    const value = url.searchParams.get(String(param));
    return value ? `the parameter is ${quote(value)}` : "the parameter is absent";
  },
  referrer: ({ host }) => (host ? `the referrer is ${host}` : "there is no referrer"),
  channel: ({ channel }) => `the channel is ${channel}`,
  landing: ({ url }) => `the landing page is ${url.pathname}`,
  page: ({ view }) => `the page is ${new URL(view.url).pathname}`,
  pages: ({ view }) => `pages viewed: ${view.pages}`,
  language: ({ view }) => (view.language ? `the language is ${view.language}` : "no language was given"),
  device: ({ view }) => `the device is ${view.device}`,
  hours: ({ view }) => `the time is ${new Date(view.at).toISOString()}`,
  not: () => "what it excludes holds",
};

/** Why a leaf did not hold, in words: `{"param":"gclid"}, but the parameter is absent`. */
export function describeFailure(leaf: When, facts: Facts): string {
  const key = Object.keys(leaf).find((name) => Object.hasOwn(FOUND, name)) ?? "";
  const found = FOUND[key]?.(facts, leaf as Record<string, unknown>);
  return `${quote(leaf)}${found ? `, but ${found}` : ""}`;
}
