import type { Country } from "./Country.ts";

type Markup = (groups: readonly string[], separator: string) => string;

const all = (groups: readonly string[], separator: string) => groups.join(separator);

/** Markup in which a number is one text to the reader. */
export const SPLITS: readonly Markup[] = [
  ([first, ...rest], separator) => `<b>${first}</b>${separator}${all(rest, separator)}`,
  ([first, ...rest], separator) => `${first}${separator}<b>${all(rest, separator)}</b>`,
  (groups, separator) => groups.map((group) => `<span>${group}</span>`).join(separator),
  (groups) => groups.map((group) => `<span>${group}</span>`).join(""),
  (groups, separator) => groups.map((group) => `<i><b>${group}</b></i>`).join(`<em>${separator}</em>`),
  (groups, separator) => `<font><font>${all(groups, separator)}</font></font>`,
  (groups, separator) => `<font><font>${all(groups, `</font></font>${separator}<font><font>`)}</font></font>`,
  (groups, separator) => all(groups, `${separator}<wbr>`),
  (groups, separator) => all(groups, `<!-- ${separator} -->${separator}<!---->`),
  (groups) => [...all(groups, "")].map((digit) => `<u>${digit}</u>`).join("<wbr>"),
  (groups, separator) => `<a href="#">Tel. <b>${all(groups, separator)}</b></a>`,
  (groups, separator) => `<b>Tel</b>${all(groups, separator)}`,
  (groups, separator) => `<div>12</div>${all(groups, separator)}<div>34</div>`,
  (groups, separator) => `<ul><li>12</li><li>${all(groups, separator)}</li><li>34</li></ul>`,
];

/** Markup in which the digits are no one text, or one with what stands beside them. */
export const APART: readonly Markup[] = [
  (groups, separator) => all(groups, `${separator}<br>`),
  (groups) => groups.map((group) => `<div>${group}</div>`).join(""),
  ([first, ...rest], separator) => `<p>${first}</p>${all(rest, separator)}`,
  ([first, ...rest], separator) => `${first}${separator}<p>${all(rest, separator)}</p>`,
  (groups) => `<table><tbody><tr>${groups.map((group) => `<td>${group}</td>`).join("")}</tr></tbody></table>`,
  (groups) => `<ul>${groups.map((group) => `<li>${group}</li>`).join("")}</ul>`,
  (groups) => `<dl>${groups.map((group) => `<dt>${group}</dt><dd></dd>`).join("")}</dl>`,
  (groups, separator) => all(groups, `${separator}<hr>`),
  (groups, separator) => all(groups, `${separator}<img alt="">${separator}`),
  (groups) => `<b>9</b>${all(groups, "")}`,
  (groups) => `${all(groups, "")}<i>0</i>`,
  (groups, separator) => `<b>FR76 3000</b> ${all(groups, separator)} <i>012</i>`,
  (groups) => `<b>contact</b>@${all(groups, "")}`,
  (groups) => `${all(groups, "")}<b>@</b>shop.example`,
  (groups) => `${all(groups, "")}<b> €</b>`,
];

/** The groups of a country's numbers as they are written nationally. */
export const nationalGroups = ({ trunk }: Country, number: string): string[] => (trunk + number).split(" ");

/** The fewest groups that are the owner's number: a trunk prefix apart and optional is not needed. */
export const neededGroups = (country: Country): string[] =>
  country.trunk.endsWith(" ") && country.isTrunkOptional
    ? country.own.split(" ")
    : nationalGroups(country, country.own);
