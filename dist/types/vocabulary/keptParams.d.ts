import type { SiteInput } from "./site.js";
/** Kept where a site names none. */
export declare const DEFAULT_PARAMS: string[];
/** Names and globs of the query parameters that a site keeps in URLs: its `params`, and what its conditions look at. */
export declare function keptParams({ params, conditions }: Pick<SiteInput, "params" | "conditions">): string[];
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
export declare const paramRules: (params: readonly string[]) => ParamRules;
/** The same as JavaScript: the sources of the two, of which the first calls the second by its name. */
export declare function compileParamRules(params: readonly string[]): Record<keyof ParamRules, string>;
