import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { DataValidateFunction } from "ajv/dist/types/index.js";
import { pointerPath } from "./jsonPath.ts";
import type { Problem } from "./Problem.ts";
import { list, record, text } from "./problems/readLoosely.ts";
import type { Surroundings } from "./proposals/propose.ts";
import { kind, READINGS } from "./schemaReadings.ts";
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

/** A key that does not exist, and the one that it was meant to be. */
export interface MeantKey {
  /** Of the key as it is written. */
  path: string;
  key: string;
  meant: string;
}

/**
 * What the JSON Schema has to say against a file, each mistake once.
 *
 * @param tellMeant is told of each key that was meant to be another
 */
export function schemaProblems(data: unknown, tellMeant?: (meant: MeantKey) => void): Problem[] {
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
    const {
      code,
      path = base,
      message,
      expected,
      found = bounded(value),
      meantKey,
    } = reading(error, base, surroundingsOf(data, instancePath));
    const problem = {
      path,
      code,
      message: message ?? sentence(found, expected),
      found: bounded(found),
      expected,
    };
    const id = `${path} ${code}`;
    if (problems.has(id)) continue;
    problems.set(id, problem);
    if (meantKey) tellMeant?.({ path, key: String(found), meant: meantKey });
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
  // A site in the place of a file: that it belongs into the list is said once.
  const isBareSite = errors.some(
    ({ keyword, instancePath, params, data }) =>
      keyword === "required" &&
      instancePath === "" &&
      params.missingProperty === "sites" &&
      Object.hasOwn(data as object, "mode"),
  );
  const isMistyped = (path: string) => unknown.has(path) || stray.has(path);
  return (error) => {
    const { keyword, instancePath, data: value, propertyName } = error;
    if (isBareSite && keyword === "additionalProperties" && instancePath === "") return true;
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

/** What is known of the site in which a value stands. */
function surroundingsOf(data: unknown, pointer: string): Surroundings {
  const [, , index = ""] = pointer.split("/");
  return { region: text(record(list(record(data).sites)[Number(index)]).region) ?? "FR" };
}

/** What is quoted of a value: scalars as they are, cut at 200 characters; of the rest only the kind. */
function bounded(value: unknown): unknown {
  if (typeof value === "string") return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.slice(0, 20);
  return typeof value === "object" && value !== null ? kind(value) : value;
}
