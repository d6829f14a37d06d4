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

/** Minutes of a week. */
const WEEK_MINUTES = 10_080;
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

// Not a value: bundlers cannot tell that working one out does nothing else, and would keep it in the script.
const wholeWeek = (): bigint => (1n << BigInt(WEEK_MINUTES)) - 1n;

/** The minutes of a week, from Monday on, in which it holds: a bit for each. */
function minutesOf({ hours: { days = DAYS, from = "00:00", to = "24:00" } }: HoursLeaf): bigint {
  const length = minuteOf(to) - minuteOf(from);
  const run = (1n << BigInt(length > 0 ? length : length + 1440)) - 1n;
  let minutes = 0n;
  for (const day of days) minutes |= run << BigInt(DAYS.indexOf(day) * 1440 + minuteOf(from));
  // What runs over Sunday's midnight goes on on Monday.
  return (minutes & wholeWeek()) | (minutes >> BigInt(WEEK_MINUTES));
}

const isSameZone = (leaf: HoursLeaf, other: HoursLeaf): boolean => leaf.hours.tz === other.hours.tz;

export const implies = (leaf: HoursLeaf, other: HoursLeaf): boolean =>
  isSameZone(leaf, other) && (minutesOf(leaf) & ~minutesOf(other)) === 0n;

export const excludes = (leaf: HoursLeaf, other: HoursLeaf): boolean =>
  isSameZone(leaf, other) && (minutesOf(leaf) & minutesOf(other)) === 0n;

export const covers = (leaves: readonly HoursLeaf[]): boolean =>
  leaves.some((first) => {
    const same = leaves.filter((leaf) => isSameZone(leaf, first));
    return same.reduce((all, leaf) => all | minutesOf(leaf), 0n) === wholeWeek();
  });

const isTime = (time: unknown): boolean =>
  time === undefined || /^([01]\d|2[0-4]):[0-5]\d$/.test(String(time));

export function isSound({ hours }: Unchecked): boolean {
  if (typeof hours !== "object" || hours === null) return false;
  const { days, from, to } = hours as Unchecked;
  const keys = Object.keys(hours);
  return (
    keys.length > 0 &&
    keys.every((key) => ["tz", "days", "from", "to"].includes(key)) &&
    isTime(from) &&
    isTime(to) &&
    (days === undefined || (Array.isArray(days) && days.every((day) => DAYS.includes(day))))
  );
}

export function problems({ hours }: Unchecked): LeafProblem[] {
  const { tz, from, to } = (hours ?? {}) as Unchecked;
  const found: LeafProblem[] = [];
  if (typeof tz === "string" && !isTimeZone(tz))
    found.push({
      at: "hours.tz",
      isError: true,
      code: "time_zone",
      message: `"${tz}" is no known time zone`,
      found: tz,
      expected: "IANA time zone, such as Europe/Paris",
    });
  if (from !== undefined && from === to)
    found.push({
      at: "hours",
      isError: false,
      code: "always_matches",
      message:
        '"from" and "to" are the same: it holds all day, 24 hours, and a condition of nothing else always wins',
      found: from,
      expected: 'another "to"',
    });
  return found;
}

export const describe = (_: HoursLeaf, { view }: Facts): string =>
  `the time is ${new Date(view.at).toISOString()}`;

const written = ({ hours: { days = [], from = "", to = "" } }: HoursLeaf) =>
  `${days.join(", ")} ${from}–${to}`.trim();

export const words = {
  en: (leaf: HoursLeaf) => `hours ${written(leaf)}`,
  fr: (leaf: HoursLeaf) => `horaires ${written(leaf)}`,
};
