import { compilePattern, quote } from "./compilePatterns.ts";
import { matchesPattern } from "./patterns.ts";
import type { SiteInput } from "./site.ts";

/** Kept where a site names none. */
export const DEFAULT_PARAMS = ["utm_*"];

/** Names and globs of the query parameters that a site keeps in URLs: its `params`, and what its conditions look at. */
export function keptParams({ params, conditions }: Pick<SiteInput, "params" | "conditions">): string[] {
  const kept = new Set(params || DEFAULT_PARAMS);
  // So that later pages can evaluate them.
  JSON.stringify(
    conditions?.map(({ when }) => when),
    (key, value) => {
      if (key === "param") kept.add(value);
      return value;
    },
  );
  return [...kept];
}

export interface ParamRules {
  /** Whether a query parameter is kept in URLs. */
  keeps(name: string): boolean;
  /**
   * Whether it is kept by its very name and not by a glob, and so may hold a token: a condition compares it,
   * or it is a click id.
   */
  keepsAsItIs(name: string): boolean;
}

/** @param params names and globs */
export const paramRules = (params: readonly string[]): ParamRules => ({
  keeps: (name) => params.some((pattern) => matchesPattern(pattern, name)),
  keepsAsItIs: (name) => params.includes(name),
});

/** The same as JavaScript: the sources of the two, of which the first calls the second by its name. */
export function compileParamRules(params: readonly string[]): Record<keyof ParamRules, string> {
  const names = params.filter((name) => !name.includes("*"));
  const globs = params.filter((name) => name.includes("*"));
  return {
    keeps: `(name) => ${["keepsAsItIs(name)", ...globs.map((glob) => compilePattern(glob, "name"))].join("||")}`,
    keepsAsItIs: `(name) => ${quote(names)}.includes(name)`,
  };
}
