/**
 * Globs of the rule language: `*` is any run of characters, `/` included; every other character
 * is itself; the whole value must match. Linear in the value: a hostile URL cannot make it slow,
 * as a regular expression with many stars could.
 */
export declare function matchesPattern(pattern: string, value: string): boolean;
/** A host and its subdomains; with a leading `*.` its subdomains only. Case is ignored. */
export declare const matchesHost: (pattern: string, host: string) => boolean;
