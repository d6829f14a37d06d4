import type { Country, Row } from "./Country.ts";

const SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "  "];
const MARKS = ["", ".", "-", "\u2010", "\u2011", "\u2013", "/", " - ", " / ", " . "];
const SEPARATORS = [...SPACES, ...MARKS];

/** The groups of a national number, and those of an international one without its calling code. */
interface Groups {
  national: string[];
  significant: string[];
}

const groups = ({ trunk }: Country, number: string): Groups => ({
  national: (trunk + number).split(" "),
  significant: number.split(" "),
});

/** Ways of writing a number of which only its groups are known. */
function notations({ code, trunk, separator }: Country): ((groups: Groups) => string)[] {
  const isZero = trunk === "0";
  return [
    ...SEPARATORS.map(
      (separator) =>
        ({ national }: Groups) =>
          national.join(separator),
    ),
    ...SEPARATORS.map(
      (separator) =>
        ({ significant }: Groups) =>
          [`+${code}`, ...significant].join(separator),
    ),
    ({ significant }) => `+${code} ${significant.join("")}`,
    ({ significant: [area, ...rest] }) => `+${code} (${area}) ${rest.join(separator)}`,
    ({ significant }) => `(+${code}) ${significant.join(separator)}`,
    ({ significant }) => `(+${code})${significant.join("")}`,
    ...["", " ", "\u00a0", "-", "."].map(
      (separator) =>
        ({ significant }: Groups) =>
          [`00${code}`, ...significant].join(separator),
    ),
    ({ significant }) => `(00${code}) ${significant.join(" ")}`,
    // An area in parentheses, where the trunk prefix is part of it
    ...(trunk.endsWith(" ")
      ? []
      : [
          ({ national: [area, ...rest] }: Groups) => `(${area}) ${rest.join(separator)}`,
          ({ national: [area, ...rest] }: Groups) => `(${area})${rest.join("")}`,
          ({ national: [area, ...rest] }: Groups) => `(${area})\u00a0${rest.join("\u00a0")}`,
        ]),
    ...(isZero
      ? [" ", "\u00a0", "", "."].flatMap((separator) => [
          ({ significant }: Groups) => `+${code}${separator}(0)${significant.join(separator)}`,
          ({ significant }: Groups) => `+${code} (0) ${significant.join(separator)}`,
          ({ significant }: Groups) => `00${code} (0)${significant.join(separator)}`,
        ])
      : []),
  ];
}

/** What may stand around a number in running text; `other` is somebody else's, which stays. */
const CONTEXTS: readonly ((number: string, other: string) => string)[] = [
  (number) => `Please call ${number} today.`,
  (number) => `Tel:${number}`,
  (number) => `Tel.: ${number}, Mon–Fri`,
  (number) => `tel ${number}.`,
  (number) => `(tel. ${number})`,
  (number) => `(${number})`,
  (number) => `[${number}]`,
  (number) => `"${number}"`,
  (number) => `“${number}”`,
  (number) => `«\u00a0${number}\u00a0»`,
  (number) => `${number}!`,
  (number) => `${number}? Yes…`,
  (number) => `${number}; fax ask`,
  (number) => `☎${number}`,
  (number) => `📞 ${number} 📞`,
  (number) => `电话${number}转接`,
  (number) => `お電話は${number}まで`,
  (number) => `電話：${number}（代表）`,
  (number) => `טלפון ${number} בירושלים`,
  (number) => `هاتف: ${number} الآن`,
  (number) => `\u200e${number}\u200e`,
  (number) => `\u202a${number}\u202c`,
  (number) => `\u202b${number}\u202c`,
  (number) => `\u2066${number}\u2069`,
  (number) => `\u2068${number}\u2069, \u200f`,
  (number) => `${number} ext. 12`,
  (number) => `${number}, ext 12`,
  (number) => `${number} x12`,
  (number) => `${number}(12)`,
  (number) => `${number} (12)`,
  (number) => `${number} (0,15 € / min)`,
  (number) => `${number} (24/7)`,
  (number) => `24/7 ${number}`,
  (number) => `7j/7 24h/24 ${number} 24h/24 7j/7`,
  (number) => `18h30 ${number} 9h-18h`,
  (number) => `☎️${number}`,
  (number) => `▶️ ${number} 📱️`,
  (number) => `${number} - 24h/24`,
  (number) => `${number} - 80 rue des Lilas`,
  (number) => `${number} – 75001 Paris`,
  (number) => `${number} / 7j/7`,
  (number) => `${number} - 9-18 h`,
  (number) => `${number} 0,15 €`,
  (number) => `© 2024, ${number}`,
  (number) => `${number} poste 12`,
  (number) => `${number} (Durchwahl 12)`,
  (number) => `${number};ext=12`,
  (number) => `Mon–Fri 9–18: ${number}`,
  (number) => `shop.example | ${number} | info@shop.example`,
  (number) => `https://shop.example/contact – ${number}`,
  (number) => `> ${number} <`,
  (number) => `→${number}←`,
  (number) => `*${number}*`,
  (number) => `${number}\n`,
  (number) => `${number}, ${number} and ${number}`,
  (number, other) => `${number} / ${other}`,
  (number, other) => `${other} / ${number}`,
  (number, other) => `${number} - ${other}`,
  (number, other) => `${other} - ${number}`,
  (number, other) => `${other} – ${number}`,
  (number, other) => `${number} | ${other}`,
  (number, other) => `${number}, ${other}`,
  (number, other) => `${number}\n${other}`,
  (number, other) => `Tel. ${number} Fax ${other}`,
];

/** A post code, a year or the number of a house, before what begins as a number of its country does. */
const SHORT_BEFORE = ["10001", "2024", "12", "75001"];

/** Digits of another script in the place of ASCII ones. */
const inScript = (text: string, zero: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));

const trunkOf = ({ trunk }: Country) => (trunk.endsWith(" ") ? "" : trunk);

/** Three forms that everybody uses. */
const usual = ({ code, separator }: Country) =>
  [
    ({ national }: Groups) => national.join(separator),
    ({ significant }: Groups) => [`+${code}`, ...significant].join(separator),
    ({ national }: Groups) => national.join(""),
  ] as const;

/**
 * Every usual way of writing a country's number, in the country's own digits too. What must be shown is
 * written from the tracked number's groups, not worked out from what is written.
 */
export function notationsOf(country: Country): Row[] {
  const { zero } = country;
  const own = groups(country, country.own);
  const shown = groups(country, country.shown);
  const rows = notations(country).map((write): Row => [write(own), write(shown)]);
  if (!zero) return rows;
  const local = usual(country).map(
    (write): Row => [inScript(write(own), zero), inScript(write(shown), zero)],
  );
  return [...rows, ...local];
}

/** A country's number alone, in every notation, and in running text. */
export function generatePositives(country: Country): Row[] {
  const own = groups(country, country.own);
  const shown = groups(country, country.shown);
  const forms = usual(country);
  const inContext = CONTEXTS.map((context, at): Row => {
    const write = forms[at % forms.length] ?? forms[0];
    return [context(write(own), country.other), context(write(shown), country.other)];
  });
  const afterShort = SHORT_BEFORE.flatMap((short) =>
    [
      ({ significant }: Groups) => [`+${country.code}`, ...significant].join(country.separator),
      ({ significant: [area, ...rest] }: Groups) => `(${trunkOf(country)}${area}) ${rest.join(" ")}`,
    ].map((write): Row => [`${short} ${write(own)}`, `${short} ${write(shown)}`]),
  );
  return [...notationsOf(country), ...inContext, ...afterShort];
}
