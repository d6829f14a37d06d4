import { isTimeZone } from "../isTimeZone.ts";
import { list, ref, shape } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { Completion, LeafProblem, Unchecked } from "../when/LeafModule.ts";

/** `from` inclusive, `to` exclusive (`HH:MM`), overnight allowed. */
export type HoursLeaf = { hours: { tz?: string; days?: string[]; from?: string; to?: string } };

export const schema = () => ({
  hours: shape(
    "Days and hours. `from` inclusive, `to` exclusive; `from` later than `to` goes over midnight.",
    {
      tz: ref("timeZone", "IANA time zone of these hours; default: the site's `timeZone`."),
      days: list(
        "Days of the week; default: all.",
        { enum: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
        { minItems: 1 },
      ),
      from: ref("time", "First minute, `HH:MM`."),
      to: ref("endTime", "First minute after, `HH:MM`; `24:00` is midnight."),
    },
    { minProperties: 1 },
  ),
});

/** Each day after the one before it. */
const WEEK = "sat sun mon tue wed thu fri sat";

/**
 * Hours that end at or before their start run overnight and belong to the day on which they start.
 * Without a `compile` beside it: the script calls this.
 */
export function matches(
  {
    tz,
    days = WEEK,
    from = "00:00",
    to = "24:00",
  }: Omit<HoursLeaf["hours"], "days"> & { days?: string | string[] },
  { view }: { view: Pick<Facts["view"], "at"> },
): boolean {
  // "Wednesday 18 November 2026 at 09:05", in some browsers with commas.
  const now = new Date(view.at).toLocaleString("en-GB", {
    timeZone: tz || "Europe/Paris",
    dateStyle: "full",
    timeStyle: "short",
  });
  const time = now.slice(-5);
  const today = WEEK.lastIndexOf(now.slice(0, 3).toLowerCase());
  const on = (day: number) => days.includes(WEEK.slice(day, day + 3));
  return from < to
    ? on(today) && from <= time && time < to
    : (on(today) && from <= time) || (on(today - 4) && time < to);
}

export const complete = ({ hours }: HoursLeaf, { timeZone }: Completion): HoursLeaf => ({
  hours: { tz: timeZone, ...hours },
});

export function problems({ hours }: Unchecked): LeafProblem[] {
  const { tz } = (hours ?? {}) as Unchecked;
  if (typeof tz !== "string" || isTimeZone(tz)) return [];
  return [
    {
      at: "hours.tz",
      isError: true,
      code: "time_zone",
      message: `"${tz}" is no known time zone`,
      found: tz,
      expected: "IANA time zone, such as Europe/Paris",
    },
  ];
}

export const describe = (_: HoursLeaf, { view }: Facts): string =>
  `the time is ${new Date(view.at).toISOString()}`;

const written = ({ hours: { days = [], from = "", to = "" } }: HoursLeaf) =>
  `${days.join(", ")} ${from}–${to}`.trim();

export const words = {
  en: (leaf: HoursLeaf) => `hours ${written(leaf)}`,
  fr: (leaf: HoursLeaf) => `horaires ${written(leaf)}`,
};
