import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { DataValidateFunction } from "ajv/dist/types/index.js";
import { BESIDE } from "../../vocabulary/when/whenSchema.ts";
import { memberPath, pointerPath } from "./jsonPath.ts";
import { nearest } from "./nearest.ts";
import type { Problem, ProblemCode } from "./Problem.ts";
import { siteSchema } from "./siteSchema.ts";

let compiled: ValidateFunction | undefined;

/**
 * ajv's own comparison calls an object's `valueOf` and `toString`, which in a file may be anything: it throws.
 * @returns the first two elements that are the same
 */
const uniqueItems: DataValidateFunction = (items: readonly unknown[]) => {
  const texts = items.map((item) => JSON.stringify(item));
  const j = texts.findIndex((text, at) => texts.indexOf(text) < at);
  uniqueItems.errors =
    j < 0 ? [] : [{ keyword: "uniqueItems", params: { i: texts.indexOf(texts[j] ?? ""), j } }];
  return j < 0;
};

const validator = (): ValidateFunction => {
  if (compiled) return compiled;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, strictRequired: false });
  ajv.removeKeyword("uniqueItems").addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    compile: (isAsked: boolean) => (isAsked ? uniqueItems : () => true),
  });
  compiled = ajv.compile(siteSchema);
  return compiled;
};

/** A definition whose pattern has a code of its own; every other pattern is `pattern`. */
const PATTERN_CODES: Readonly<Record<string, ProblemCode>> = {
  phone: "phone",
  origin: "origin",
  timeZone: "time_zone",
  region: "region",
};

interface Reading {
  code: ProblemCode;
  /** Where, when it is not the value that ajv names. */
  path?: string;
  message?: string;
  found?: unknown;
  expected: string;
}

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

/** How each keyword of the schema reads as a problem. Keywords that are missing here only repeat others. */
const READINGS: Readonly<Record<string, (error: ErrorObject, path: string) => Reading>> = {
  type: (error) => ({
    code: "type",
    expected: [error.params.type].flat().join(" or "),
  }),
  required: (error, path) => ({
    code: "required",
    path: memberPath(path, error.params.missingProperty),
    message: `"${error.params.missingProperty}" is missing`,
    found: null,
    expected: expectation(error.parentSchema?.properties?.[error.params.missingProperty]),
  }),
  additionalProperties: (error, path) => {
    const key = String(error.params.additionalProperty);
    const keys = Object.keys(error.parentSchema?.properties ?? {});
    const meant = nearest(key, keys);
    return {
      code: "unknown_key",
      path: memberPath(path, key),
      message: `unknown key "${key}"${meant ? `, did you mean "${meant}"?` : ""}`,
      found: key,
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
    message: `"${error.params.propertyName}" is no valid name here`,
    found: error.params.propertyName,
    expected: expectation(error.parentSchema?.propertyNames),
  }),
  enum: (error) => {
    const values: string[] = error.params.allowedValues;
    const meant = typeof error.data === "string" ? nearest(error.data, values) : undefined;
    return {
      code: "enum",
      expected: `one of ${values.join(", ")}`,
      ...(meant ? { message: `unknown value "${error.data}", did you mean "${meant}"?` } : {}),
    };
  },
  pattern(error) {
    const code = PATTERN_CODES[/\$defs\/(\w+)\/pattern$/.exec(error.schemaPath)?.[1] ?? ""] ?? "pattern";
    const isVanity = code === "phone" && /[a-z]{2}/i.test(String(error.data));
    return {
      code,
      expected: error.parentSchema?.title ?? error.params.pattern,
      ...(isVanity && {
        message: `"${error.data}" has letters: write the digits that they dial; a number that the page writes with letters stays as it is, link included`,
      }),
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
  oneOf: (error) => {
    const keys = Object.keys(error.data as object);
    return {
      code: "one_of",
      message:
        keys.length === 0 ? "an empty rule" : `a rule holds exactly one test, found ${keys.join(", ")}`,
      found: keys,
      expected: `exactly one of ${(error.schema as { required: string[] }[]).map(({ required }) => required[0]).join(", ")}`,
    };
  },
};

/** What the JSON Schema has to say against a file, each mistake once. */
export function schemaProblems(data: unknown): Problem[] {
  const validate = validator();
  if (validate(data)) return [];
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !/\/oneOf\/\d/.test(schemaPath));
  const repeats = repeatsAmong(errors);
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    const reading = READINGS[error.keyword];
    if (!reading || repeats(error)) continue;
    const { instancePath, data: value } = error;
    const base = pointerPath(instancePath, data);
    const { code, path = base, message, expected, found = bounded(value) } = reading(error, base);
    const problem = {
      path,
      code,
      message: message ?? sentence(found, expected),
      found: bounded(found),
      expected,
    };
    const id = `${path} ${code}`;
    if (!problems.has(id)) problems.set(id, problem);
  }
  return [...problems.values()];
}

/** One slip, one message. @returns whether an error only repeats what another one of them says */
function repeatsAmong(errors: readonly ErrorObject[]): (error: ErrorObject) => boolean {
  const at = (keyword: string) =>
    new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath));
  const unknown = at("additionalProperties");
  const stray = at("dependentRequired");
  const several = at("oneOf");
  const named = at("propertyNames");
  const isMistyped = (path: string) => unknown.has(path) || stray.has(path);
  return (error) => {
    const { keyword, instancePath, data: value, propertyName } = error;
    if (propertyName !== undefined && named.has(instancePath)) return true;
    if (keyword === "maxProperties") return several.has(instancePath) || isMistyped(instancePath);
    // JSON Schema lets anything but an object pass `required`; a mistyped leaf leaves a rule without any.
    return (
      keyword === "oneOf" && (kind(value) !== "object" || (isEmptyRule(error) && isMistyped(instancePath)))
    );
  };
}

/** A `oneOf` that failed because none of the tests is there, not because several are. */
const isEmptyRule = (error: ErrorObject) => error.params.passingSchemas === null;

const sentence = (found: unknown, expected: string) =>
  `expected ${expected}, found ${typeof found === "string" ? `"${found}"` : JSON.stringify(found)}`;

/** What a schema asks for, in words. */
function expectation(
  schema: { $ref?: string; title?: string; enum?: string[]; type?: string; description?: string } = {},
): string {
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  const definition = /\$defs\/(\w+)$/.exec(schema.$ref ?? "")?.[1];
  const target = definition ? (siteSchema.$defs as Record<string, { title?: string }>)[definition] : schema;
  return target?.title ?? schema.type ?? "a rule";
}

const kind = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** What is quoted of a value: scalars as they are, cut at 200 characters; of the rest only the kind. */
function bounded(value: unknown): unknown {
  if (typeof value === "string") return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.slice(0, 20);
  return typeof value === "object" && value !== null ? kind(value) : value;
}
