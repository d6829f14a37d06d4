const QUARTER_HOUR_MS = 15 * 60_000;
const days = new Map<string, Map<number, string>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Calendar day (`YYYY-MM-DD`) of a time in an IANA time zone. Offsets change on quarters of an
 * hour, so one formatted day serves a quarter: formatting is a hundred times slower than a look-up.
 * @param time milliseconds since the epoch
 */
export function localDay(time: number, timeZone: string): string {
  let quarters = days.get(timeZone);
  if (!quarters) {
    quarters = new Map();
    days.set(timeZone, quarters);
  }
  const quarter = Math.floor(time / QUARTER_HOUR_MS);
  let day = quarters.get(quarter);
  if (day === undefined) {
    let format = formats.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat("en-CA", {
        timeZone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
      });
      formats.set(timeZone, format);
    }
    day = format.format(quarter * QUARTER_HOUR_MS);
    if (quarters.size > 10_000) quarters.clear();
    quarters.set(quarter, day);
  }
  return day;
}

const DAY_MS = 86_400_000;
const MAX_OFFSET_MS = 14 * 3_600_000;

/** Bounds in UTC that surely hold two calendar days and all between them, in any time zone. */
export function outerBounds(from: string, to: string): { after: number; before: number } {
  return { after: Date.parse(from) - MAX_OFFSET_MS, before: Date.parse(to) + DAY_MS + MAX_OFFSET_MS };
}

/** The calendar day a number of days away. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** When a calendar day begins in a time zone, milliseconds since the epoch. */
export function startOfDay(day: string, timeZone: string): number {
  const { after, before } = outerBounds(day, day);
  let [low, high] = [after / QUARTER_HOUR_MS, before / QUARTER_HOUR_MS];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (localDay(middle * QUARTER_HOUR_MS, timeZone) < day) low = middle + 1;
    else high = middle;
  }
  return low * QUARTER_HOUR_MS;
}
