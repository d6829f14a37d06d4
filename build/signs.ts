/** Writes the expressions by which channels are told (`src/vocabulary/channels/signs.table.ts`). */
import type { Hosts, Signs } from "../src/vocabulary/channels/signs.table.ts";

/** Ends of hosts that are no single name, each with an example. */
const ENDS: Readonly<Record<string, string>> = {
  /** `fr` */
  "{country}": "[a-z]{2,3}",
  /** `fr`, `com.br`, `co.uk` */
  "{national}": "(?:com?\\.)?[a-z]{2,3}",
  /** `com`, `co.uk`, `social` */
  "{domain}": "[a-z.]{2,6}",
};

/** What stands for characters in a word. */
const WILD: Readonly<Record<string, string>> = { "-": ".?", _: ".", "*": ".*" };

/** `gemini.google` as `gemini\.google`. */
const escaped = (text: string) => text.replaceAll(".", "\\.");

/** `["a"]` as `a`, `["a", "b"]` as `(?:a|b)`. */
const oneOf = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? "") : `(?:${parts.join("|")})`;

/** `e-mail` as `e.?mail`. */
const wild = (word: string) => word.replace(/[-_*]/g, (sign) => WILD[sign] ?? "");

/** The end of a word: any run of characters needs no test. */
const closed = (word: string) =>
  word.endsWith("*")
    ? wild(word.slice(0, -1))
    : word.endsWith("~")
      ? `${wild(word.slice(0, -1))}(?![a-z])`
      : `${wild(word)}$`;

/** `["ppc", "*cp*", "~paid*"]` as `^=(?: (?:ppc$)|.*(?:cp)|.*[^a-z](?:paid))`. */
function mediumsSource(list: readonly string[]): string {
  const inside = list.filter((word) => word.startsWith("*")).map((word) => closed(word.slice(1)));
  const anywhere = list.filter((word) => word.startsWith("~")).map((word) => closed(word.slice(1)));
  const whole = list.filter((word) => !/^[*~]/.test(word)).map(closed);
  const kinds = [
    ...(whole[0] ? [` ${oneOf(whole)}`] : []),
    ...(inside[0] ? [`.*${oneOf(inside)}`] : []),
    ...(anywhere[0] ? [`.*[^a-z]${oneOf(anywhere)}`] : []),
  ];
  return `^=${oneOf(kinds)}`;
}

/** `{ names: ["wa", "t"], ends: ["me"] }` as `(?:wa|t)\.me`. */
function hostsSource({ names, ends, under }: Hosts): string {
  const end = oneOf(ends.map((one) => ENDS[one] ?? escaped(one)));
  if (!under) return `${oneOf(names.map(escaped))}\\.${end}`;
  // The name in a group: it says what decided, where the host has a subdomain and any end.
  const subdomain = oneOf(under.map((one) => `${escaped(one)}\\.`));
  return `${subdomain}?(${names.map(escaped).join("|")})\\.${end}`;
}

/** All signs of one channel. */
export function signsSource(signs: Signs): string {
  const { clicks, shares, mediums, sources, words, names, hosts: rows = [], labels } = signs;
  const withAll = rows.filter(({ under }) => !under).map(hostsSource);
  const withSome = rows.filter(({ under }) => under).map(hostsSource);
  // A host has an end: "#.example.reddit" is "reddit.example" read as an Android package.
  const either = [
    ...(names ? [`(${names.map(escaped).join("|")})(?:ads?)?(?: |\\.${ENDS["{domain}"]}(?: |$))`] : []),
    ...(withAll[0] ? [`(${withAll.join("|")})(?: |$)`] : []),
  ];
  return [
    ...(clicks ? [`^\\?.*[?&](${clicks.join("|")})=[^&]`] : []),
    ...(mediums ? [mediumsSource(mediums)] : []),
    ...(sources ? [`^# ${oneOf(sources)}(?: ads?)? $`] : []),
    ...(words ? [`^#.* ${oneOf(words.map(wild))}(?:ads?)? `] : []),
    ...(withSome[0] ? [`^#[ .]${oneOf(withSome)}(?: |$)`] : []),
    ...(either[0] ? [`^#.*[ .]${oneOf(either)}`] : []),
    ...(labels ? [`^#.*[ .]${oneOf(labels.map(escaped))}(?:\\d+[a-z]?)?\\.`] : []),
    ...(shares ? [`^!.*[?&](${shares.join("|")})=[^&]`] : []),
  ].join("|");
}

/** Every parameter that a platform adds. */
export const clickNames = (table: Readonly<Record<string, Signs>>): string[] =>
  Object.values(table).flatMap(({ clicks = [], shares = [] }) => [...clicks, ...shares]);

const constant = (doc: readonly string[], name: string, value: string) => {
  const line = `export const ${name} = ${value};`;
  return [
    "/**",
    ...doc.map((text) => ` * ${text}`),
    " */",
    ...(line.length > 110 ? [`export const ${name} =`, `  ${value};`] : [line]),
  ];
};

/** The module with an expression for each channel of the table. */
export function signsModule(table: Readonly<Record<string, Signs>>): string {
  const rows = Object.entries(table).flatMap(([channel, signs]) => {
    const expression = `/${signsSource(signs)}/,`;
    const line = `  ${channel}: ${expression}`;
    return line.length > 110 ? [`  ${channel}:`, `    ${expression}`] : [line];
  });
  return [
    "/**",
    " * Signs of each channel in what an arrival brings with it, told apart by the first character (`textsOf`): `?` a",
    " * query, with click ids; `!` a query, with what platforms add to any link; `=` a medium; `#` a name or a host.",
    " * In lower case, but for the queries. Made of `signs.table.ts`.",
    " */",
    "export const SIGNS = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}

/** The module with the expression of what makes an arrival a campaign's. */
export const campaignModule = (table: Readonly<Record<string, Signs>>): string =>
  [
    ...constant(
      ["A query that names a campaign or a click: group 1 is the parameter. Made of `signs.table.ts`."],
      "CAMPAIGN",
      `/[?&](${[...clickNames(table), "utm_\\w+"].join("|")})=[^&]/g`,
    ),
    "",
  ].join("\n");
