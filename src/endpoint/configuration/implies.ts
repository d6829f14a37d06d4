import type { Comparison, When } from "../../vocabulary/site.ts";

type Rule = Partial<{
  all: When[];
  any: When[];
  not: When;
  param: string;
  channel: string | string[];
  pages: { min?: number; max?: number };
}> &
  Comparison;

/** Rules nested in each other can be paired in a great many ways; nobody writes deeper ones. */
const MAX_COMPARED_DEPTH = 8;

/** Each rule is compared with all that follow it. */
const written = new WeakMap<object, string>();

/**
 * Whether a rule cannot hold without the other holding too, as far as their form shows it: a `true`
 * is certain, a `false` means only "not seen". Used to find conditions that an earlier one hides.
 */
export function implies(rule: When, other: When, depth = 0): boolean {
  if (depth > MAX_COMPARED_DEPTH) return false;
  const deeper = (one: When, another: When) => implies(one, another, depth + 1);
  const a = rule as Rule;
  const b = other as Rule;
  if (form(rule) === form(other)) return true;
  if (a.any) return a.any.every((child) => deeper(child, other));
  if (b.all) return b.all.every((child) => deeper(rule, child));
  if (b.any?.some((child) => deeper(rule, child))) return true;
  if (a.all) return a.all.some((child) => deeper(child, other));
  if (a.not && b.not) return deeper(b.not, a.not);
  if (a.param !== undefined && a.param === b.param) return comparisonImplies(a, b);
  if (a.channel && b.channel)
    return [a.channel].flat().every((channel) => [b.channel].flat().includes(channel));
  if (a.pages && b.pages)
    return (
      (a.pages.min ?? 1) >= (b.pages.min ?? 1) &&
      (a.pages.max ?? Number.POSITIVE_INFINITY) <= (b.pages.max ?? Number.POSITIVE_INFINITY)
    );
  return false;
}

function comparisonImplies(a: Comparison, b: Comparison): boolean {
  const wanted = b.in ?? (b.is === undefined ? undefined : [b.is]);
  const given = a.in ?? (a.is === undefined ? undefined : [a.is]);
  if (wanted) return given?.every((value) => wanted.includes(value)) ?? false;
  if (b.starts !== undefined) {
    const prefix = b.starts;
    return (
      (given ?? (a.starts === undefined ? undefined : [a.starts]))?.every((value) =>
        value.startsWith(prefix),
      ) ?? false
    );
  }
  if (b.contains !== undefined) {
    const part = b.contains;
    const known = given ?? [a.contains ?? a.starts].filter((value) => value !== undefined);
    return known.length > 0 && known.every((value) => value.includes(part));
  }
  // Compared by nothing, the other holds for any value.
  return b.like === undefined;
}

function form(rule: object): string {
  const known = written.get(rule);
  if (known !== undefined) return known;
  const made = canonical(rule);
  written.set(rule, made);
  return made;
}

/** One text for rules that differ only in the order of keys and lists. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${key}:${canonical(item)}`).join()}}`;
}
