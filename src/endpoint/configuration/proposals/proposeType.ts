import type { Surroundings } from "./propose.ts";
import { proposePhone } from "./proposePhone.ts";
import { parameterRule, ruleOf } from "./proposeRule.ts";
import { proposeTime } from "./proposeText.ts";
import { proposeOrigins } from "./proposeUrlParts.ts";

const json = (value: unknown) => JSON.stringify(value);

const YES = /^(true|yes|oui|on|1|vrai)$/i;
const NO = /^(false|no|non|off|0|faux)$/i;

/** `30`, `30 days`. */
const COUNT = /^\s*\d+\s*(?:(?:d|j|days?|jours?|min|minutes?)\s*)?$/i;

/** `13 months`. */
const MONTHS = /^\s*(\d+)\s*(months?|mois)\s*$/i;

type Proposal = (value: unknown, around: Surroundings, types: readonly string[]) => string | undefined;

/** What a value of another type was meant to be, by the type that is wanted. */
const BY_TYPE: Readonly<Record<string, Proposal>> = {
  integer: (value) =>
    typeof value === "string" && COUNT.test(value)
      ? `${Number.parseInt(value, 10)}, without quotes`
      : typeof value === "string" && MONTHS.test(value)
        ? `${Math.round((Number.parseInt(value, 10) * 365) / 12)}, in days and without quotes`
        : undefined,
  number: (value) =>
    typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value)
      ? `${value.trim()}, without quotes`
      : undefined,
  boolean: (value) =>
    YES.test(String(value))
      ? "true, without quotes"
      : NO.test(String(value))
        ? "false, without quotes"
        : undefined,
  string: (value) =>
    typeof value === "number" || typeof value === "boolean"
      ? `${json(String(value))}, in quotes`
      : Array.isArray(value) && value.length === 1 && typeof value[0] === "string"
        ? json(value[0])
        : undefined,
  array: (value) => (value !== null && String(json(value)).length < 60 ? `[ ${json(value)} ]` : undefined),
};

/** The same by the name of the definition or key, where more is known of it. */
const BY_SUBJECT: Readonly<Record<string, Proposal>> = {
  phone: (value, { region }) => (typeof value === "number" ? quotedPhone(String(value), region) : undefined),
  consent: (value) => {
    const [name] = [value].flat();
    return typeof name === "string" ? `{ "manager": ${json(name)} }` : undefined;
  },
  purposes: (value) =>
    /^\d+([,;\s]+\d+)*$/.test(String(value)) ? `[ ${String(value).split(/\D+/).join(", ")} ]` : undefined,
  time: (value) => quoted(typeof value === "number" ? proposeTime(String(value)) : undefined),
  endTime: (value) => quoted(typeof value === "number" ? proposeTime(String(value), true) : undefined),
  is: (value) =>
    Array.isArray(value) && value.length > 1 ? `"in": [ ${value.map(json).join(", ")} ]` : undefined,
  in: (value) =>
    typeof value === "string"
      ? `[ ${value
          .split(/[,;|]/)
          .map((part) => json(part.trim()))
          .join(", ")} ]`
      : undefined,
  days: (value, _, types) =>
    types.includes("array") && typeof value === "string"
      ? '[ "mon", "tue", … ], one text for each day'
      : undefined,
  hours: (value) => (typeof value === "string" ? hoursOf(value) : undefined),
  "numbers[]": (value, { region }) =>
    typeof value === "string" || typeof value === "number"
      ? `{ "id": "main", "number": ${quotedPhone(String(value), region) ?? json(String(value))} }`
      : undefined,
  param: (value) => parameterOf(value),
  ...Object.fromEntries(
    ["referrer", "host", "landing", "page", "path", "language", "device"].map((name) => [name, anyOf(name)]),
  ),
  pages: (value) => (typeof value === "number" ? `{ "min": ${value} }` : undefined),
  when: ruleIn,
  not: ruleIn,
  all: (value) => (Array.isArray(value) ? ruleIn(value) : undefined),
  any: (value) => (Array.isArray(value) ? ruleIn(value) : undefined),
  numbers: (value, { region }, types) =>
    types.includes("object") && Array.isArray(value)
      ? `{ "main": ${quotedPhone(String(value[0]), region) ?? '"+33…"'} }`
      : typeof value === "string" || typeof value === "number"
        ? `{ "main": ${quotedPhone(String(value), region) ?? json(String(value))} }`
        : value !== null && typeof value === "object"
          ? '[ { "id": "main", "number": "+33…" } ]'
          : undefined,
  conditions: (value) => (value !== null && typeof value === "object" ? "[ { … } ]" : undefined),
  origins: (value) => {
    const origins = typeof value === "string" ? proposeOrigins(value) : [];
    return origins.length > 0 ? `[ ${origins.map(json).join(", ")} ]` : undefined;
  },
  sites: (value) => (value !== null && typeof value === "object" ? "[ { … } ]" : undefined),
  trackingIds: (value) => (Array.isArray(value) ? '{ "add": [ … ] }' : undefined),
};

function ruleIn(value: unknown): string | undefined {
  return Array.isArray(value) ? '{ "any": [ … ] }' : typeof value === "string" ? ruleOf(value) : undefined;
}

/** A list in the place of one value: leaves have none, rules have. */
function anyOf(name: string): Proposal {
  const key = { host: "referrer", path: "landing" }[name] ?? name;
  return (value) =>
    Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === "string")
      ? `{ "any": [ ${value.map((each) => `{ ${json(key)}: ${json(each)} }`).join(", ")} ] }`
      : undefined;
}

/** `{ "param": { "utm_source": "gmb" } }`, `{ "param": [ "gclid", "gbraid" ] }`. */
function parameterOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return anyOf("param")(value, { region: "" }, []);
  const entries = value !== null && typeof value === "object" ? Object.entries(value) : [];
  const [[key, wanted] = ["", ""]] = entries;
  return entries.length === 1
    ? (parameterRule(key, wanted) ?? `{ "param": ${json(key)}, "is": ${json(wanted)} }`)
    : undefined;
}

/** `9-18`, `9h00 à 18h30`. */
function hoursOf(written: string): string | undefined {
  const [from = "", to = "", more] = written.split(/\s?(?:-|–|—|\bto\b|\bà\b|à)\s?/);
  const times = [proposeTime(from), proposeTime(to, true)];
  return more === undefined && times[0] && times[1]
    ? `{ "from": ${json(times[0])}, "to": ${json(times[1])} }`
    : undefined;
}

const quoted = (text: string | undefined): string | undefined => text && json(text);

const quotedPhone = (digits: string, region: string): string | undefined => {
  const phone = proposePhone(digits, region);
  return phone && json(phone);
};

/** What a value was meant to be that has not the type which is wanted. */
export function proposeType(
  subject: string,
  types: readonly string[],
  value: unknown,
  around: Surroundings,
  isListed = false,
): string | undefined {
  if (value === null) return isListed ? "to leave it out" : "to leave the key out";
  if (Object.hasOwn(BY_SUBJECT, subject)) {
    const proposal = BY_SUBJECT[subject]?.(value, around, types);
    if (proposal) return proposal;
  }
  if (subject === "phone" && typeof value === "boolean") return undefined;
  return types
    .map((type) => BY_TYPE[type]?.(value, around, types))
    .find((proposal) => proposal !== undefined);
}
