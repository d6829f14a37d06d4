import type { ErrorObject } from "ajv/dist/2020.js";
import { BESIDE } from "../../vocabulary/when/whenSchema.ts";
import { memberPath } from "./jsonPath.ts";
import { nearest } from "./nearest.ts";
import type { ProblemCode } from "./Problem.ts";
import { placeOf } from "./placeOf.ts";
import { invisibleIn, visible } from "./proposals/invisible.ts";
import { meantKey } from "./proposals/meantKey.ts";
import { meantValue } from "./proposals/meantValue.ts";
import { phoneFault } from "./proposals/phoneFault.ts";
import { proposalSentence, propose, type Surroundings } from "./proposals/propose.ts";
import { joinedRule, parameterRule } from "./proposals/proposeRule.ts";
import { proposeType } from "./proposals/proposeType.ts";
import { queryRule } from "./proposals/proposeUrlParts.ts";
import { siteSchema } from "./siteSchema.ts";

export interface Reading {
  /** The key that an unknown one was meant to be. */
  meantKey?: string | undefined;
  code: ProblemCode;
  /** Where, when it is not the value that ajv names. */
  path?: string;
  message?: string;
  found?: unknown;
  expected: string;
}

/** A definition whose pattern has a code of its own; every other pattern is `pattern`. */
const PATTERN_CODES: Readonly<Record<string, ProblemCode>> = {
  phone: "phone",
  origin: "origin",
  timeZone: "time_zone",
  region: "region",
};

/** Types of JSON Schema for who has never heard of them. */
const TYPES_IN_WORDS: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  integer: "a whole number, without quotes",
  number: "a number, without quotes",
  boolean: "true or false, without quotes",
  array: "a list: [ … ]",
  object: "an object: { … }",
};

/** What stands where a file should. */
const NO_FILE: Readonly<Record<string, string>> = {
  array: `a file is { "sites": [ … ] }: found a list, put it into "sites"`,
};

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const least = (noun: string, code: ProblemCode) => (error: ErrorObject) => ({
  code,
  expected: `at least ${plural(error.params.limit, noun)}`,
});
const most = (noun: string, code: ProblemCode) => (error: ErrorObject) => ({
  code,
  expected: `at most ${plural(error.params.limit, noun)}`,
});
const bound = (error: ErrorObject): Reading => ({
  code: "range",
  expected: `from ${error.parentSchema?.minimum} to ${error.parentSchema?.maximum}`,
});

/** Name of the definition, or of the key, that a fault of form or type is about: `phone`, `visitorDays`. */
const subjectOf = ({ schemaPath, instancePath }: ErrorObject): string => {
  const [, owner = "", name = ""] = /(\$defs|properties)\/(\w+)\/\w+$/.exec(schemaPath) ?? [];
  if (/\/(numbers|conditions|sites)\/\d+$/.test(instancePath)) return `${lastKey(instancePath)}[]`;
  return owner && name !== "site" ? name : lastKey(instancePath);
};

/** The last name of a JSON Pointer, past the indexes after it. */
const lastKey = (pointer: string): string => pointer.split("/").findLast((part) => !/^\d*$/.test(part)) ?? "";

/** How each keyword of the schema reads as a problem. Keywords that are missing here only repeat others. */
export const READINGS: Readonly<
  Record<string, (error: ErrorObject, path: string, around: Surroundings) => Reading>
> = {
  type(error, _, around) {
    const types: string[] = [error.params.type].flat();
    const subject = subjectOf(error);
    const expected =
      subject === "phone"
        ? `a phone number in quotes, such as "+33184880001"`
        : types.map((type) => TYPES_IN_WORDS[type] ?? type).join(", or ");
    if (error.instancePath === "")
      return { code: "type", expected, message: NO_FILE[kind(error.data)] ?? `a file is { "sites": [ … ] }` };
    const isListed = /\/\d+$/.test(error.instancePath);
    const proposal =
      error.data === null && subjectOf(error) === "phone" && error.instancePath.endsWith("/number")
        ? undefined
        : proposeType(subject, types, error.data, around, isListed);
    return {
      code: "type",
      expected,
      message: `expected ${expected}, found ${quoted(error.data)}${proposal ? `; did you mean ${proposal}?` : ""}`,
    };
  },
  required: (error, path) => ({
    code: "required",
    path: memberPath(path, error.params.missingProperty),
    message:
      path === "$" && Object.hasOwn(error.data as object, "mode")
        ? `"sites" is missing: a file is { "sites": [ … ] }, put this site into the list`
        : `"${error.params.missingProperty}" is missing`,
    found: null,
    expected: expectation(error.parentSchema?.properties?.[error.params.missingProperty]),
  }),
  additionalProperties(error, path) {
    const key = String(error.params.additionalProperty);
    const keys = Object.keys(error.parentSchema?.properties ?? {});
    const value = (error.data as Record<string, unknown>)[key];
    return {
      code: "unknown_key",
      path: memberPath(path, key),
      message: `unknown key ${unseen(key)}${meantInPlaceOf(key, value, keys)}`,
      found: key,
      meantKey: freeKey(keyMeant(key, value, keys), error.data),
      expected: `one of ${keys.join(", ")}`,
    };
  },
  dependentRequired: (error, path) => ({
    code: "unknown_key",
    path: memberPath(path, error.params.property),
    message: `"${error.params.property}" goes with "${error.params.missingProperty}" only`,
    found: error.params.property,
    expected: `"${error.params.missingProperty}" beside it`,
  }),
  propertyNames: (error, path) => ({
    code: "pattern",
    path: memberPath(path, error.params.propertyName),
    message: /^[+\d]/.test(String(error.params.propertyName))
      ? `"${error.params.propertyName}" is no id: what stands here is the "id" of one of the site's numbers`
      : `"${error.params.propertyName}" is no valid name here`,
    found: error.params.propertyName,
    expected: expectation(error.parentSchema?.propertyNames),
  }),
  enum(error, _, around) {
    const allowed: unknown[] = error.params.allowedValues;
    const values = allowed.filter((value) => typeof value === "string");
    const expected = `one of ${allowed.join(", ")}`;
    const key = lastKey(error.instancePath);
    const word = typeof error.data === "object" ? undefined : String(error.data);
    const meant = word && (meantValue(key, visible(word), values) ?? nearest(visible(word), values));
    const list =
      proposeType(key, allowed.length > values.length ? ["boolean"] : [], error.data, around) ??
      (word && listOf(key, word, values));
    return {
      code: "enum",
      expected,
      ...(key === "manager" &&
        word && { message: `${unseen(word)} is no manager that mgt knows: ${OTHER_MANAGERS}` }),
      ...(meant && { message: `unknown value ${unseen(word)}, did you mean "${meant}"?` }),
      ...(list && { message: `expected ${expected}; did you mean ${list}?` }),
    };
  },
  pattern(error, _, around) {
    const subject = subjectOf(error);
    const written = String(error.data);
    const proposal = proposalSentence(written, propose(subject, written, around));
    const query = subject === "path" && proposal ? queryRule(written) : undefined;
    const fault = subject === "phone" && !proposal ? phoneFault(written, around.region) : undefined;
    const message = fault
      ? `"${written}" ${fault}`
      : subject === "phone" && !proposal && /[a-z]{2}/i.test(written)
        ? `"${written}" has letters: write the digits that they dial; a number that the page writes with letters stays as it is, link included`
        : proposal && query
          ? `${proposal} What follows the "?" is a rule of its own: ${query}`
          : proposal;
    return {
      code: PATTERN_CODES[subject] ?? "pattern",
      expected: error.parentSchema?.title ?? error.params.pattern,
      ...(message && { message }),
    };
  },
  minimum: bound,
  maximum: bound,
  minLength: least("character", "length"),
  maxLength: most("character", "length"),
  minItems: least("element", "size"),
  maxItems: most("element", "size"),
  minProperties: least("key", "size"),
  // Only rules bound their number of keys.
  maxProperties: (error) => ({
    code: "one_of",
    message: `"param" takes at most one comparison`,
    found: Object.keys(error.data as object),
    expected: `one of ${Object.keys(BESIDE).join(", ")}`,
  }),
  uniqueItems: (error, path) => ({
    code: "duplicate",
    path: memberPath(path, Math.max(error.params.i, error.params.j)),
    found: (error.data as unknown[])[Math.max(error.params.i, error.params.j)],
    message: `the same as element ${Math.min(error.params.i, error.params.j)}`,
    expected: "each element once",
  }),
  oneOf(error) {
    const rule = error.data as Record<string, unknown>;
    const keys = Object.keys(rule);
    const joined = joinedRule(rule);
    return {
      code: "one_of",
      message:
        keys.length === 0
          ? "an empty rule"
          : `a rule holds exactly one test, found ${keys.join(", ")}${joined ? `; did you mean ${joined}?` : ""}`,
      found: keys,
      expected: `exactly one of ${(error.schema as { required: string[] }[]).map(({ required }) => required[0]).join(", ")}`,
    };
  },
};

const OTHER_MANAGERS = `"tcf" hears it where it speaks IAB TCF, "google" where it sets Google Consent Mode, else "manual" and the site's own calls`;

/** Several values in one text: `"organic_search, paid_search"`, `"mon-fri"`. */
function listOf(key: string, word: string, values: readonly string[]): string | undefined {
  const readAs = (part: string) => meantValue(key, part.trim(), values);
  const [from = "", to = "", more] = word.split(/-|–|\bto\b|\bau?\b|à/);
  const [start, end] = [readAs(from), readAs(to)].map((value) => values.indexOf(value ?? ""));
  if (
    key === "days" &&
    more === undefined &&
    start !== undefined &&
    end !== undefined &&
    0 <= start &&
    start < end
  )
    return values
      .slice(start, end + 1)
      .map((value) => JSON.stringify(value))
      .join(", ");
  const parts = word.split(/[,;|+]/).map(readAs);
  return parts.length > 1 && parts.every((part) => part !== undefined)
    ? `[ ${parts.map((part) => JSON.stringify(part)).join(", ")} ]`
    : undefined;
}

/** Words for a rule that everybody meets. */
const EVERYBODY = /^(always|default|else|otherwise|everybody|sinon|d[eé]faut|toujours|tous)$/i;

/** Keys that people write comments into. */
const COMMENT = /^(\/|#|_(?!_)|\$?comment|note$|remarque|todo)/i;

/** A word with what cannot be seen in it told. */
const unseen = (word: string): string =>
  `"${visible(word) === word ? word : visible(word)}"${visible(word) === word ? "" : ` with blanks or invisible characters${invisibleIn(word) && ` (${invisibleIn(word)})`}`}`;

const ruleMeant = (key: string, value: unknown, keys: readonly string[]): string | undefined =>
  keys.includes("param") ? parameterRule(key, value) : undefined;

/** The key that one was meant to be which does not exist. */
const keyMeant = (key: string, value: unknown, keys: readonly string[]): string | undefined =>
  COMMENT.test(key) || ruleMeant(key, value, keys)
    ? undefined
    : (meantKey(visible(key), keys) ?? nearest(visible(key), keys));

/** A key that nothing is written into yet. */
const freeKey = (key: string | undefined, data: unknown): string | undefined =>
  key === undefined || Object.hasOwn(data as object, key) ? undefined : key;

/** What a key that does not exist may have been meant to be, as the end of a sentence. */
function meantInPlaceOf(key: string, value: unknown, keys: readonly string[]): string {
  if (COMMENT.test(key)) return ": a configuration takes no comments, in keys neither";
  const rule = ruleMeant(key, value, keys);
  if (rule) return `, did you mean ${rule}?`;
  const meant = keyMeant(key, value, keys);
  if (meant) return `, did you mean "${meant}"?`;
  if (EVERYBODY.test(key) && keys.includes("param"))
    return `: no condition is needed for everybody, a number's own "tracked" is shown where none matches`;
  const place = placeOf(key, keys);
  return place ? `: it belongs ${place}` : "";
}

/** What a schema asks for, in words. */
function expectation(
  schema: { $ref?: string; title?: string; enum?: string[]; type?: string; description?: string } = {},
): string {
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  const definition = /\$defs\/(\w+)$/.exec(schema.$ref ?? "")?.[1];
  const target = definition ? (siteSchema.$defs as Record<string, { title?: string }>)[definition] : schema;
  return target?.title ?? TYPES_IN_WORDS[schema.type ?? ""] ?? "a rule";
}

export const kind = (value: unknown) =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

const quoted = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? kind(value) === "array"
      ? "a list"
      : "an object"
    : typeof value === "number"
      ? `the number ${value}`
      : String(JSON.stringify(value)).slice(0, 200);
