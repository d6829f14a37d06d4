import type { Comparison, When } from "../../vocabulary/site.ts";

const quote = (value: unknown) => JSON.stringify(value);

/** A glob as the inside of a regular expression: `*` is any run of characters, the rest is itself. */
const globSource = (pattern: string) =>
  pattern.replace(/[\\^$.*+?()[\]{}|/]/g, (char) => (char === "*" ? ".*" : `\\${char}`));

/** Code that tests a value against a glob, the whole value. */
export function compilePattern(pattern: string, value: string): string {
  return pattern.includes("*")
    ? `/^${globSource(pattern)}$/s.test(${value})`
    : `${value}===${quote(pattern)}`;
}

/** Code that tests whether a host is one of these or their subdomains (`*.x`: its subdomains only). */
export function compileHosts(patterns: readonly string[], host: string): string {
  if (patterns.length === 0) return "false";
  const globs = patterns.filter((pattern) => pattern.startsWith("*")).map(globSource);
  const hosts = patterns.filter((pattern) => !pattern.startsWith("*")).map(globSource);
  if (hosts.length > 0) globs.push(`(.*\\.)?(${hosts.join("|")})`);
  return `/^(${globs.join("|")})$/i.test(${host})`;
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

/**
 * A rule as a JavaScript expression on the facts `f`: what `matches` in the page's code decides, without
 * the code that interprets. A property test holds the two together.
 */
export function compileWhen(when: When): string {
  if ("all" in when) return `(${when.all.map(compileWhen).join("&&") || "true"})`;
  if ("any" in when) return `(${when.any.map(compileWhen).join("||") || "false"})`;
  if ("not" in when) return `!${compileWhen(when.not)}`;
  if ("param" in when) {
    const value = `f.url.searchParams.get(${quote(when.param)})`;
    return `(${[value, ...compileComparison(when, value)].join("&&")})`;
  }
  if ("referrer" in when) return `(f.host&&${compileHosts([when.referrer], "f.host")})`;
  if ("channel" in when)
    return `(${
      [when.channel]
        .flat()
        .map((channel) => `f.channel===${quote(channel)}`)
        .join("||") || "false"
    })`;
  if ("landing" in when) return `(${compilePattern(when.landing, "f.url.pathname")})`;
  if ("page" in when) return `(${compilePattern(when.page, "f.page.pathname")})`;
  if ("pages" in when) {
    const { min, max } = when.pages;
    return `(${[min && `f.view.pages>=${min}`, max !== undefined && `f.view.pages<=${max}`].filter(Boolean).join("&&") || "true"})`;
  }
  if ("language" in when) return `(/^${globSource(when.language)}(-|$)/i.test(f.view.language))`;
  if ("device" in when) return `(f.view.device===${quote(when.device)})`;
  return `isWithinHours(${quote(when.hours)},f.view.at)`;
}
