/** Writes the expressions by which channels are told (`src/page/entry/signs.table.ts`). */
import type { Hosts, Signs } from "../src/page/entry/signs.table.ts";

/** Ends of hosts that are no single name, each with an example. */
const ENDS: Readonly<Record<string, string>> = {
  /** `fr` */
  "{country}": "[a-z]{2,3}",
  /** `fr`, `com.br`, `co.uk` */
  "{national}": "(?:com?\\.)?[a-z]{2,3}",
  /** `com`, `co.uk` */
  "{domain}": "[a-z.]{2,6}",
};

/** `gemini.google` as `gemini\.google`. */
const escaped = (text: string) => text.replaceAll(".", "\\.");

/** `["a"]` as `a`, `["a", "b"]` as `(a|b)`. */
const oneOf = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? "") : `(${parts.join("|")})`;

/** Words after a prefix: `cpc` and `ppc` as `^(cpc|ppc)$`, `sm` and `social*` as `^(sm$|social)`. */
function words(prefix: string, list: readonly string[]): string {
  const isBeginning = (word: string) => word.endsWith("*");
  const source = (word: string) => word.replace("*", "").replace("-", ".?").replace("_", ".");
  if (!list.some(isBeginning)) return `^${prefix}${oneOf(list.map(source))}$`;
  return `^${prefix}${oneOf(list.map((word) => (isBeginning(word) ? source(word) : `${source(word)}$`)))}`;
}

/** `{ names: ["wa", "t"], ends: ["me"] }` as `(wa|t)\.me`. */
function hosts({ names, ends, under = [] }: Hosts): string {
  const end = oneOf(ends.map((one) => ENDS[one] ?? escaped(one)));
  const name = names.map(escaped);
  if (under.length === 0) return `${oneOf(name)}\\.${end}`;
  // The name in a group: it says what decided, where the host has a subdomain and any end.
  return `(?:${under.map((one) => `${one}\\.`).join("|")})?(${name.join("|")})\\.${end}`;
}

/** All signs of one channel: `[?&](gclid)=[^&]|^(cpc)$|^#(?:.*\.)?((bing)\.com)$`. */
export function signsSource({ clicks, mediums, sources, hosts: rows = [] }: Signs): string {
  const withAll = rows.filter(({ under }) => !under).map(hosts);
  const withSome = rows.filter(({ under }) => under).map(hosts);
  return [
    ...(clicks ? [`[?&](${clicks.join("|")})=[^&]`] : []),
    ...(mediums ? [words("", mediums)] : []),
    ...(sources ? [words("#", sources)] : []),
    ...(withSome[0] ? [`^#\\.?(?:${withSome.join("|")})$`] : []),
    ...(withAll[0] ? [`^#(?:.*\\.)?(${withAll.join("|")})$`] : []),
  ].join("|");
}

/** The module with an expression for each channel of the table. */
export function signsModule(table: Readonly<Record<string, Signs>>): string {
  const rows = Object.entries(table).flatMap(([channel, signs]) => {
    const expression = `/${signsSource(signs)}/,`;
    const line = `  ${channel}: ${expression}`;
    return line.length > 110 ? [`  ${channel}:`, `    ${expression}`] : [line];
  });
  return [
    "/**",
    " * Signs of each channel in what an arrival brings with it, told apart by the first character: `?` a query,",
    " * with click ids; `#` a `utm_source`, `#.` the host of a referrer; anything else a `utm_medium`. In lower case,",
    " * but for the query. Made of `signs.table.ts`.",
    " */",
    "export const SIGNS = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}
