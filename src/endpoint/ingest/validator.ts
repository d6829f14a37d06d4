import { Ajv, type ErrorObject } from "ajv";
import { HttpError } from "../http/HttpError.ts";

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false });
ajv.addFormat("page-url", (url: string) => /^https?:\/\//i.test(url) && URL.canParse(url));

/** Keyword of the schema → our code and message. */
const PROBLEMS: Readonly<Record<string, { code: string; say(parameters: ErrorObject["params"]): string }>> = {
  required: { code: "required", say: () => "is missing" },
  type: { code: "type", say: ({ type }) => `must be of type ${[type].flat().join(" or ")}` },
  enum: { code: "enum", say: ({ allowedValues }) => `must be one of ${JSON.stringify(allowedValues)}` },
  format: { code: "format", say: () => "is no URL of a page" },
  pattern: { code: "format", say: () => "does not have the required form" },
  minLength: { code: "too_short", say: ({ limit }) => `must have at least ${limit} characters` },
  maxLength: { code: "too_long", say: ({ limit }) => `must have at most ${limit} characters` },
  minimum: { code: "range", say: ({ limit }) => `must be at least ${limit}` },
  maximum: { code: "range", say: ({ limit }) => `must be at most ${limit}` },
  maxItems: { code: "too_many", say: ({ limit }) => `must have at most ${limit} items` },
  maxProperties: { code: "too_many", say: ({ limit }) => `must have at most ${limit} keys` },
};

/**
 * Compiles a schema once.
 * @returns a check that throws a 400 with the path of the first value that does not fit
 */
export function validator<T>(schema: object): (value: unknown, at?: string) => asserts value is T {
  const find = faults(schema);
  return (value, at = "") => {
    const fault = find(value, at);
    if (fault) throw fault;
  };
}

/** The same as Fastify's validators are: they return the error. */
export function fastifyValidator(schema: object): (value: unknown) => { value: unknown } | { error: Error } {
  const find = faults(schema);
  return (value) => {
    const error = find(value, "");
    return error ? { error } : { value };
  };
}

function faults(schema: object): (value: unknown, at: string) => HttpError | undefined {
  const validate = ajv.compile(schema);
  return (value, at) => {
    if (validate(value)) return undefined;
    const errors = validate.errors ?? [];
    // `propertyNames` reports the name's own fault first, then itself.
    const error = errors.find(({ keyword }) => keyword in PROBLEMS) ?? errors[0];
    const problem = PROBLEMS[error?.keyword ?? ""];
    const path = bodyPath(at, error);
    const says = problem?.say(error?.params ?? {}) ?? "is not valid";
    return new HttpError(400, problem?.code ?? "invalid", `${path || "the body"} ${says}`, { path });
  };
}

/** `/events/3/at` as `events[3].at`. */
function bodyPath(at: string, error: ErrorObject | undefined): string {
  const keys = (error?.instancePath ?? "").split("/").slice(1);
  const names = keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (error?.keyword === "required") names.push(error.params.missingProperty);
  let path = at;
  for (const name of names) {
    if (/^\d+$/.test(name)) path += `[${name}]`;
    else if (/^[\w$-]+$/.test(name)) path += path === "" ? name : `.${name}`;
    else path += `[${JSON.stringify(name.slice(0, 64))}]`;
  }
  return path;
}
