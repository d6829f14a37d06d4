/**
 * Whether a moment lies within opening hours: `from` inclusive, `to` exclusive. Hours that end at or
 * before their start run overnight and belong to the day on which they start.
 *
 * @param at milliseconds since the epoch
 */
export declare function isWithinHours({ tz, days, from, to, }: {
    tz?: string;
    days?: string | string[];
    from?: string;
    to?: string;
}, at: number): boolean;
