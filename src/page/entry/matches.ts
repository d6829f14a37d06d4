import type { Channel } from "../../vocabulary/channels.ts";
import { matchesHost, matchesPattern } from "../../vocabulary/patterns.ts";
import type { Comparison, Condition, When } from "../../vocabulary/site.ts";
import { hostOf } from "./channelOf.ts";
import { isWithinHours } from "./isWithinHours.ts";

/** What conditions are evaluated on. */
export interface Facts {
  /** Page of the reference entry. */
  url: URL;
  /** Referrer of the reference entry, `""` when there is none. */
  referrer: string;
  channel: Channel;
  /** The current page. */
  page: URL;
  view: {
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

/** Whether a rule holds. A leaf that this build does not know never holds. */
export function matches(when: When, facts: Facts): boolean {
  const { url, page, view } = facts;
  if (HAS.all && "all" in when) return when.all.every((child) => matches(child, facts));
  if (HAS.any && "any" in when) return when.any.some((child) => matches(child, facts));
  if (HAS.not && "not" in when) return !matches(when.not, facts);
  if (HAS.param && "param" in when) {
    const value = url.searchParams.get(when.param);
    return !!value && (!HAS.compare || compares(when, value));
  }
  if (HAS.referrer && "referrer" in when) return matchesHost(when.referrer, hostOf(facts.referrer));
  if (HAS.channel && "channel" in when) return [when.channel].flat().includes(facts.channel);
  if (HAS.landing && "landing" in when) return matchesPattern(when.landing, url.pathname);
  if (HAS.page && "page" in when) return matchesPattern(when.page, page.pathname);
  if (HAS.pages && "pages" in when) {
    const { min = 0, max = 1 / 0 } = when.pages;
    return view.pages >= min && view.pages <= max;
  }
  if (HAS.language && "language" in when)
    return view.language.split("-")[0]?.toLowerCase() === when.language.toLowerCase();
  if (HAS.device && "device" in when) return view.device === when.device;
  return HAS.hours && "hours" in when && isWithinHours(when.hours, view.at);
}

/** The first condition that holds. */
export function winningCondition(conditions: readonly Condition[], facts: Facts): Condition | undefined {
  return conditions.find(({ when }) => matches(when, facts));
}
