/** A value as JavaScript source. */
export declare const quote: (value: unknown) => string;
/** A glob as the inside of a regular expression: `*` is any run of characters, the rest is itself. */
export declare const globSource: (pattern: string) => string;
/** Code that tests a value against a glob, the whole value (`matchesPattern`). */
export declare function compilePattern(pattern: string, value: string): string;
/** Code that tests whether a host is one of these or their subdomains (`*.x`: its subdomains only; `matchesHost`). */
export declare function compileHosts(patterns: readonly string[], host: string): string;
