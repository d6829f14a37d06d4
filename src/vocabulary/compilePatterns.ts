/** A value as JavaScript source. */
export const quote = (value: unknown): string => JSON.stringify(value);

/** A glob as the inside of a regular expression: `*` is any run of characters, the rest is itself. */
export const globSource = (pattern: string): string =>
  pattern.replace(/[\\^$.*+?()[\]{}|/]/g, (char) => (char === "*" ? ".*" : `\\${char}`));

/** Code that tests a value against a glob, the whole value (`matchesPattern`). */
export function compilePattern(pattern: string, value: string): string {
  if (!pattern.includes("*")) return `${value}===${quote(pattern)}`;
  // Any run of characters at either end needs no test.
  const source = `^${globSource(pattern)}$`.replace(/^\^\.\*|\.\*\$$/g, "");
  return `/${source}/${source.includes(".*") ? "s" : ""}.test(${value})`;
}

/** Code that tests whether a host is one of these or their subdomains (`*.x`: its subdomains only; `matchesHost`). */
export function compileHosts(patterns: readonly string[], host: string): string {
  if (patterns.length === 0) return "false";
  const sources = patterns
    .filter((pattern) => pattern.startsWith("*"))
    .map((glob) => `^${globSource(glob)}$`);
  const hosts = patterns.filter((pattern) => !pattern.startsWith("*")).map(globSource);
  if (hosts.length > 0) sources.push(`(^|\\.)(${hosts.join("|")})$`);
  return `/${sources.join("|")}/i.test(${host})`;
}
