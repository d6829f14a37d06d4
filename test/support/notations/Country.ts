/** What stands on the page, and what must stand there afterwards. */
export type Row = readonly [written: string, shown: string];

/**
 * One country's way of writing numbers: a number of the owner's and the one that replaces it, both of the
 * same length, and the strings written by hand. Numbers are reserved for fiction where the country has
 * such a range, plainly artificial where it has none.
 */
export interface Country {
  /** ISO 3166. */
  region: string;
  /** E.164. */
  number: string;
  tracked: string;
  /** Calling code. */
  code: string;
  /** Trunk prefix of the national form; with a space where it is a group of its own. */
  trunk: string;
  /** People leave the trunk prefix out as well. */
  isTrunkOptional?: true;
  /** The owner's number without trunk prefix, in the groups in which it is said. */
  own: string;
  /** The tracked number in groups of the same lengths. */
  shown: string;
  /** What usually stands between the groups. */
  separator: string;
  /** Somebody else's number, as long as the owner's, in its national form. */
  other: string;
  /** The digit zero of the country's own script. */
  zero?: string;
  /** More of the owner's numbers that the rows below use. */
  more?: readonly { number: string; tracked: string }[];
  positives: readonly Row[];
  negatives: readonly string[];
}
