import type { Facts } from "./Facts.ts";
import type { LeafName } from "./Leaf.ts";
import type { LeafTypes } from "./leafTypes.ts";

/** A finding about the meaning of a leaf, beyond its shape. */
export interface LeafProblem {
  /** Where in the leaf, such as `hours.tz`. */
  at: string;
  /** An error stops the start, a warning does not. */
  isError: boolean;
  code: "range" | "time_zone" | "never_matches" | "always_matches";
  /** One sentence for a person. */
  message: string;
  found: unknown;
  expected: string;
}

/** What completing a leaf needs to know of its site and of hosts. */
export interface Completion {
  /** The site's. */
  timeZone: string;
  /** A host as browsers write it: lower case, punycode. */
  asciiHost(host: string): string;
}

/** A leaf, not checked yet: any of its values may be anything. */
export type Unchecked = Readonly<Record<string, unknown>>;

/**
 * What the file of a leaf exports (`rules/`). Exports apart and not one object, so that a script gets none of
 * what it does not call: the static file has `matches`, a served one what `compile` writes.
 */
export interface LeafModule<L> {
  /**
   * JSON Schema of the leaf's own key, and of the keys that may stand beside it. Not a value: bundlers keep
   * the calls that one is made of.
   */
  schema(): Readonly<Record<string, object>>;
  /**
   * Whether the leaf holds.
   *
   * @param wanted the value of the leaf's own key: most leaves have no other
   */
  matches(wanted: never, facts: Facts, leaf: L): unknown;
  /**
   * The same as a JavaScript expression on the facts, by their names (`url`, `host`, `channel`, `view`) and
   * `param(name)`, a query parameter of the reference entry. Where it is missing, the script calls `matches`.
   */
  compile?(leaf: L): string;
  /** Whether the first cannot hold without the second holding too; `false`: not seen. */
  implies?(leaf: L, other: L): boolean;
  /** Whether the two cannot both hold; `false`: not seen. */
  excludes?(leaf: L, other: L): boolean;
  /** Leaves of which one holds exactly when this one does: of a list of values one for each. */
  alternatives?(leaf: L): L[];
  /** Whether one of these holds whatever the facts; `false`: not seen. */
  covers?(leaves: readonly L[]): boolean;
  /** The leaf as browsers write its values, with its defaults. */
  complete?(leaf: L, completion: Completion): L;
  problems?(leaf: Unchecked): LeafProblem[];
  /** Whether `implies`, `excludes` and `covers` can make sense of it. */
  isSound?(leaf: Unchecked): boolean;
  /** What was found in the place of what the leaf demands: "the parameter is absent". */
  describe(leaf: L, facts: Facts): string;
  /** What the leaf demands, in the languages of the demo. */
  words: { en(leaf: L): string; fr(leaf: L): string };
}

/** `matches` of one leaf, with the value of its own key. */
type Matcher<Name extends LeafName> = (
  wanted: LeafTypes[Name] extends Record<Name, infer Wanted> ? Wanted : never,
  facts: Facts,
  leaf: LeafTypes[Name],
) => unknown;

/** Lists of the leaves: without one of them they do not compile. */
export type Matchers = { readonly [Name in LeafName]: Matcher<Name> };
export type Leaves = {
  readonly [Name in LeafName]: LeafModule<LeafTypes[Name]> & { matches: Matcher<Name> };
};
