/** Each day after the one before it. */
const WEEK = "sat sun mon tue wed thu fri sat";

/**
 * Whether a moment lies within opening hours: `from` inclusive, `to` exclusive. Hours that end at or
 * before their start run overnight and belong to the day on which they start.
 *
 * @param at milliseconds since the epoch
 */
export function isWithinHours(
  {
    tz,
    days = WEEK,
    from = "00:00",
    to = "24:00",
  }: { tz?: string; days?: string | string[]; from?: string; to?: string },
  at: number,
): boolean {
  // "Wednesday 18 November 2026 at 09:05", in some browsers with commas.
  const now = new Date(at).toLocaleString("en-GB", {
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
