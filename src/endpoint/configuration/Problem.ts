/** One finding about a configuration file: an error stops the start, a warning does not. */
export interface Problem {
  /** JSONPath of the value, e.g. `$.sites[1].conditions[0].when`; `$` for the file as a whole. */
  path: string;
  /** Stable, snake_case; the table in `ProblemCode`. */
  code: ProblemCode;
  /** One sentence for a person. */
  message: string;
  /** The value found when it is a scalar, otherwise what describes it; `null` when there is none. */
  found: unknown;
  expected: string;
}

export type ProblemCode =
  // The file
  | "unreadable"
  | "encoding"
  | "invalid_json"
  | "too_deep"
  | "duplicate_key"
  // Shape
  | "required"
  | "type"
  | "unknown_key"
  | "enum"
  | "pattern"
  | "range"
  | "length"
  | "size"
  | "one_of"
  // Meaning
  | "duplicate"
  | "reserved"
  | "phone"
  | "origin"
  | "url"
  | "time_zone"
  | "region"
  | "unknown_number"
  | "not_in_mode"
  // Warnings only
  | "insecure"
  | "no_origins"
  | "no_numbers"
  | "no_tracked"
  | "owner_number"
  | "shared_number"
  | "shadowed"
  | "never_matches"
  | "always_matches"
  | "never_answers"
  | "exempt"
  | "premium_rate"
  | "too_wide"
  | "shared_host"
  | "tcf_without_vendor"
  | "not_yet"
  | "no_effect"
  | "keeps_everything"
  | "cookie_domain"
  | "retention";
