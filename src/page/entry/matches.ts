import type { Channel } from "../../vocabulary/channels.ts";
import { matchesHost, matchesPattern } from "../../vocabulary/patterns.ts";
import type { When } from "../../vocabulary/site.ts";
import { isWithinHours } from "./isWithinHours.ts";

/** What conditions are evaluated on. */
export interface Facts {
  /** Page of the reference entry. */
  url: URL;
  /** Host of the reference entry's referrer, `""` when there is none. */
  host: string;
  channel: Channel;
  view: {
    /** The current page. */
    readonly url: string;
    readonly pages: number;
    readonly at: number;
    /** On the page, this and the device are looked at only if a condition asks. */
    readonly language: string;
    readonly device: "mobile" | "desktop";
  };
}

/**
 * The rule language: what each key of a rule demands.
 *
 * @param wanted the value that the rule gives the key
 * @param value the query parameter that the rule names, if it names one
 */
const DEMANDS: Record<string, (wanted: never, facts: Facts, value: string) => unknown> = {
  all: (rules: When[], facts) => rules.every((rule) => matches(rule, facts)),
  any: (rules: When[], facts) => rules.some((rule) => matches(rule, facts)),
  not: (rule: When, facts) => !matches(rule, facts),
  param: (_, __, value) => value,
  is: (wanted, _, value) => value === wanted,
  in: (wanted: string[], _, value) => wanted.includes(value),
  starts: (wanted, _, value) => value.startsWith(wanted),
  contains: (wanted, _, value) => value.includes(wanted),
  like: (wanted, _, value) => matchesPattern(wanted, value),
  referrer: (wanted, { host }) => host && matchesHost(wanted, host),
  channel: (wanted: Channel | Channel[], { channel }) => [wanted].flat().includes(channel),
  landing: (wanted, { url }) => matchesPattern(wanted, url.pathname),
  page: (wanted, { view }) => matchesPattern(wanted, new URL(view.url).pathname),
  pages: ({ min = 0, max = 1 / 0 }: { min?: number; max?: number }, { view }) =>
    view.pages >= min && view.pages <= max,
  language: (wanted: string, { view }) => view.language.split("-")[0]?.toLowerCase() === wanted.toLowerCase(),
  device: (wanted, { view }) => view.device === wanted,
  hours: (wanted, { view }) => isWithinHours(wanted, view.at),
};

/** Whether all that a rule demands holds. What is no rule never holds. */
export function matches(when: When, facts: Facts): boolean {
  const demands = Object.entries(when);
  const value = facts.url.searchParams.get((when as { param: string }).param) || "";
  return (
    demands.length > 0 &&
    demands.every(
      ([key, wanted]) => Object.hasOwn(DEMANDS, key) && DEMANDS[key]?.(wanted as never, facts, value),
    )
  );
}
