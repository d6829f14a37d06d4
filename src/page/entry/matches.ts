import type { Channel } from "../../vocabulary/channels.ts";
import { matchesHost, matchesPattern } from "../../vocabulary/patterns.ts";
import type { Comparison, When } from "../../vocabulary/site.ts";
import { isWithinHours } from "./isWithinHours.ts";

/** What conditions are evaluated on. */
export interface Facts {
  /** Page of the reference entry. */
  url: URL;
  /** Host of the reference entry's referrer, `""` when there is none. */
  host: string;
  channel: Channel;
  view: {
    /** The current page, unless `page` says that it is a later one. */
    readonly url: string;
    readonly page?: string;
    readonly pages: number;
    readonly at: number;
    /** On the page, this and the device are looked at only if a condition asks. */
    readonly language: string;
    readonly device: "mobile" | "desktop";
  };
}

function compares({ is, in: values, starts, contains, like }: Comparison, value: string): boolean {
  return (
    (is === undefined || value === is) &&
    (!values || values.includes(value)) &&
    value.startsWith(starts || "") &&
    value.includes(contains || "") &&
    (like === undefined || matchesPattern(like, value))
  );
}

/** The current page. */
export const pageOf = ({ url, page }: Facts["view"]): URL => new URL(page || url);

/** Whether a rule holds. What is no rule never holds. */
export function matches(when: When, facts: Facts): boolean {
  const { url, host, view } = facts;
  if ("all" in when) return when.all.every((child) => matches(child, facts));
  if ("any" in when) return when.any.some((child) => matches(child, facts));
  if ("not" in when) return !matches(when.not, facts);
  if ("param" in when) {
    const value = url.searchParams.get(when.param);
    return !!value && compares(when, value);
  }
  if ("referrer" in when) return !!host && matchesHost(when.referrer, host);
  if ("channel" in when) return [when.channel].flat().includes(facts.channel);
  if ("landing" in when) return matchesPattern(when.landing, url.pathname);
  if ("page" in when) return matchesPattern(when.page, pageOf(view).pathname);
  if ("pages" in when) {
    const { min = 0, max = 1 / 0 } = when.pages;
    return view.pages >= min && view.pages <= max;
  }
  if ("language" in when) return view.language.split("-")[0]?.toLowerCase() === when.language.toLowerCase();
  if ("device" in when) return view.device === when.device;
  return "hours" in when && isWithinHours(when.hours, view.at);
}
