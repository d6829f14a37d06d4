const DAYS = "sun mon tue wed thu fri sat".split(" ");

/**
 * Whether a moment lies within opening hours: `from` inclusive, `to` exclusive. Hours that end at or
 * before their start run overnight and belong to the day on which they start.
 *
 * @param at milliseconds since the epoch
 */
export function isWithinHours(
  {
    tz,
    days = DAYS,
    from = "00:00",
    to = "24:00",
  }: { tz?: string; days?: string[]; from?: string; to?: string },
  at: number,
): boolean {
  const [, name = "", time = ""] =
    /^(\w+)\W+(\d+:\d+)/.exec(
      new Intl.DateTimeFormat("en-GB", {
        timeZone: tz || "Europe/Paris",
        weekday: "short",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }).format(at),
    ) || [];
  const today = DAYS.indexOf(name.toLowerCase());
  const on = (day: number) => days.includes(DAYS[(day + 7) % 7] as string);
  return from < to
    ? on(today) && from <= time && time < to
    : (on(today) && from <= time) || (on(today - 1) && time < to);
}
