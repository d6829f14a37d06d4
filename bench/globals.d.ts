/** What the measured pages hold, besides themselves. */

/** The contestant. */
declare var run: () => unknown;
/** Ours. */
declare var mgt: (command: "swap") => number;
/** Markup that is put in and measured. */
declare var content: string;
declare var layoutShift: () => number;
declare var wrongPlaces: () => Element[];
declare var seen: { frames: number; wrong: number; shown: number; dialled: number };
