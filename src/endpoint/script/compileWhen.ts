import { matchesHost } from "../../vocabulary/patterns.ts";
import type { Comparison, When } from "../../vocabulary/site.ts";

const quote = (value: unknown) => JSON.stringify(value);

/** A glob as the inside of a regular expression: `*` is any run of characters, the rest is itself. */
const globSource = (pattern: string) =>
  pattern.replace(/[\\^$.*+?()[\]{}|/]/g, (char) => (char === "*" ? ".*" : `\\${char}`));

/** Code that tests a value against a glob, the whole value. */
export function compilePattern(pattern: string, value: string): string {
  if (!pattern.includes("*")) return `${value}===${quote(pattern)}`;
  // Any run of characters at either end needs no test.
  const source = `^${globSource(pattern)}$`.replace(/^\^\.\*|\.\*\$$/g, "");
  return `/${source}/${source.includes(".*") ? "s" : ""}.test(${value})`;
}

/** Code that tests whether a host is one of these or their subdomains (`*.x`: its subdomains only). */
export function compileHosts(patterns: readonly string[], host: string): string {
  if (patterns.length === 0) return "false";
  const sources = patterns
    .filter((pattern) => pattern.startsWith("*"))
    .map((glob) => `^${globSource(glob)}$`);
  const hosts = patterns.filter((pattern) => !pattern.startsWith("*")).map(globSource);
  if (hosts.length > 0) sources.push(`(^|\\.)(${hosts.join("|")})$`);
  return `/${sources.join("|")}/i.test(${host})`;
}

function compileComparison(comparison: Comparison, value: string): string[] {
  const { is, in: values, starts, contains, like } = comparison;
  return [
    ...(is === undefined ? [] : [`${value}===${quote(is)}`]),
    ...(values ? [`${quote(values)}.includes(${value})`] : []),
    ...(starts ? [`${value}.startsWith(${quote(starts)})`] : []),
    ...(contains ? [`${value}.includes(${quote(contains)})`] : []),
    ...(like === undefined ? [] : [compilePattern(like, value)]),
  ];
}

/** A rule as a JavaScript expression on the facts, by their names, and `param(name)`. */
function compileWhen(when: When): string {
  if ("all" in when) return `(${when.all.map(compileWhen).join("&&") || "true"})`;
  if ("any" in when) return `(${when.any.map(compileWhen).join("||") || "false"})`;
  if ("not" in when) return `!${compileWhen(when.not)}`;
  if ("param" in when) {
    const value = `param(${quote(when.param)})`;
    const comparisons = compileComparison(when, value);
    // What is equal to a text is there.
    return `(${(when.is ? comparisons : [value, ...comparisons]).join("&&")})`;
  }
  if ("referrer" in when)
    return `(${matchesHost(when.referrer, "") ? "host&&" : ""}${compileHosts([when.referrer], "host")})`;
  if ("channel" in when)
    return `(${
      [when.channel]
        .flat()
        .map((channel) => `channel===${quote(channel)}`)
        .join("||") || "false"
    })`;
  if ("landing" in when) return `(${compilePattern(when.landing, "url.pathname")})`;
  if ("page" in when) return `(${compilePattern(when.page, "new URL(view.url).pathname")})`;
  if ("pages" in when) {
    const { min, max } = when.pages;
    return `(${[min && `view.pages>=${min}`, max !== undefined && `view.pages<=${max}`].filter(Boolean).join("&&") || "true"})`;
  }
  if ("language" in when) return `(/^${globSource(when.language)}(-|$)/i.test(view.language))`;
  if ("device" in when) return `(view.device===${quote(when.device)})`;
  return `isWithinHours(${quote(when.hours)},view.at)`;
}

/**
 * Rules as a JavaScript expression: the index of the first that holds, or how many there are. It reads the
 * facts by their names, and `param(name)`, a query parameter of the reference entry. It decides what
 * `matches` in the page's code decides, without the code that interprets: a property test holds the two
 * together.
 */
export const compileRules = (rules: readonly When[]): string =>
  rules.map((when, index) => `${compileWhen(when)}?${index}:`).join("") + rules.length;
