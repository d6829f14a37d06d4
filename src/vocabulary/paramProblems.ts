import { globMeant } from "./globs.ts";
import type { LeafProblem, Unchecked } from "./when/LeafModule.ts";

const json = (value: unknown) => JSON.stringify(value);

/** Parameters that platforms write in small letters. */
const KNOWN = /^(utm_(source|medium|campaign|term|content|id)|[gfd]clid|msclkid|ttclid|gbraid|wbraid)$/;

/** A name that no query can hold as it stands; and the rule or name in its place, where it can be told. */
export function nameFault(name: string): { message: string; proposal?: string } | undefined {
  const text = name.trim().replace(/^[?&]+/, "");
  const [first = "", value = ""] = text.split("=");
  if (text.includes("="))
    return {
      message: `a parameter's name holds no "="`,
      proposal: value
        ? `{ "param": ${json(first)}, ${value.includes("*") ? '"like"' : '"is"'}: ${json(value)} }`
        : `{ "param": ${json(first)} }`,
    };
  if (/[?&#]/.test(name))
    return {
      message: `a parameter's name holds no "?", "&" or "#"`,
      proposal: json(first.replace(/[?&#].*/, "")),
    };
  if (name !== name.toLowerCase() && KNOWN.test(name.toLowerCase()))
    return { message: "a parameter's name is told by its case too", proposal: json(name.toLowerCase()) };
  if (name !== text || /\s/.test(name))
    return { message: "a parameter's name holds no blank", proposal: json(text.replace(/\s+/g, "_")) };
  return undefined;
}

/** Values are compared as they are decoded, and exactly. */
function valueFault(key: string, value: string): string | undefined {
  if (key !== "like" && /%[0-9a-f]{2}/i.test(value))
    return `values are compared decoded, did you mean ${json(decoded(value))}?`;
  if ((key === "is" || key === "in") && /^\*|\*$/.test(value))
    return `"${key}" compares exactly, * is no wildcard in it: write "like": ${json(value)}`;
  if ((key === "starts" || key === "contains") && /^\*|\*$/.test(value))
    return `* is no wildcard in "${key}", did you mean ${json(value.replace(/^\*+|(?<!\*)\*+$/g, ""))}?`;
  if (key === "is" && /^[\w-]+(\|[\w-]+)+$/.test(value))
    return `| is no "or" here, did you mean "in": [ ${value.split("|").map(json).join(", ")} ]?`;
  if (value !== value.trim())
    return `this value begins or ends with a blank, did you mean ${json(value.trim())}?`;
  if (key !== "like") return undefined;
  // With its slashes: `/goog.*/i`.
  const inner = /^\/(.+)\/[gimsuy]*$/.exec(value)?.[1];
  const proposal = globMeant(value) ?? (inner === undefined ? undefined : globMeant(inner));
  if (proposal !== undefined)
    return `this is written as a regular expression: only * has a meaning here${proposal ? `, did you mean ${json(proposal)}?` : ""}`;
  return /^[^*|]+(\|[^*|]+)+$/.test(value)
    ? `| is no "or" here, did you mean "in": [ ${value.split("|").map(json).join(", ")} ]?`
    : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What of a rule on a parameter can never hold. */
export function paramProblems({ param, ...comparison }: Unchecked): LeafProblem[] {
  const never = (at: string, message: string, found: unknown, expected: string): LeafProblem => ({
    at,
    isError: false,
    code: "never_matches",
    message,
    found,
    expected,
  });
  const found: LeafProblem[] = [];
  if (typeof param === "string") {
    const fault = nameFault(param);
    if (fault)
      found.push(
        never(
          "param",
          `${fault.message}${fault.proposal ? `: write ${fault.proposal}` : ""}`,
          param,
          "a name",
        ),
      );
    else if (param.includes("*"))
      found.push(never("param", "a parameter's name is exact: * is no wildcard here", param, "a name"));
  }
  for (const key of ["is", "in", "starts", "contains", "like"])
    for (const [index, value] of [comparison[key]].flat().entries()) {
      const message = typeof value === "string" ? valueFault(key, value) : undefined;
      if (message)
        found.push(never(key === "in" ? `in[${index}]` : key, message, value, "a value as it is compared"));
    }
  return found;
}
