import type { Country } from "./Country.ts";

interface Forms {
  /** National, digits alone. */
  plain: string;
  /** National, as usually written. */
  national: string;
  /** National with dashes. */
  dashed: string;
  /** National with dots. */
  dotted: string;
  /** E.164. */
  e164: string;
  /** International with spaces. */
  international: string;
  /** Calling code of another country. */
  foreign: string;
  area: string;
  rest: string;
}

/** Where the owner's digits are no phone number of the site, or not for us to change (SPEC §7). */
const LOOK_ALIKES: readonly ((forms: Forms) => string)[] = [
  // A letter or a mark is glued to it
  ({ plain }) => `A${plain}`,
  ({ plain }) => `${plain}B`,
  ({ plain }) => `réf${plain}`,
  ({ plain }) => `${plain}é`,
  ({ plain }) => `0x${plain}`,
  ({ plain }) => `е${plain}`,
  ({ plain }) => `${plain}e5`,
  ({ national }) => `no${national}`,
  ({ national }) => `${national}th`,
  ({ plain }) => `_${plain}`,
  ({ plain }) => `${plain}_`,
  ({ plain }) => `id_${plain}_fr`,
  ({ plain }) => `@${plain}`,
  ({ plain }) => `${plain}@`,
  ({ plain }) => `tel=${plain}`,
  ({ plain }) => `${plain}=2`,
  ({ plain }) => `#${plain}`,
  ({ plain }) => `${plain}#`,
  ({ plain }) => `2026-11-22T${plain}Z`,
  ({ e164 }) => `A${e164}`,
  ({ e164 }) => `${e164}B`,
  ({ e164 }) => `_${e164}`,
  ({ e164 }) => `#${e164}`,
  // A currency sign
  ({ plain }) => `€${plain}`,
  ({ plain }) => `${plain}€`,
  ({ plain }) => `$${plain}`,
  ({ plain }) => `${plain} $`,
  ({ national }) => `£${national}`,
  ({ national }) => `${national} £`,
  ({ national }) => `${national}\u00a0€`,
  ({ national }) => `${national}\u202f₽`,
  ({ plain }) => `¥${plain}`,
  ({ plain }) => `₹${plain}`,
  ({ e164 }) => `${e164}€`,
  // A digit, also behind an invisible mark
  ({ plain }) => `9${plain}`,
  ({ plain }) => `${plain}9`,
  ({ plain }) => `17${plain}000`,
  ({ national }) => `9${national}`,
  ({ national }) => `${national}9`,
  ({ e164 }) => `${e164}9`,
  ({ e164 }) => `9${e164}`,
  ({ plain }) => `9\u200b${plain}`,
  ({ plain }) => `${plain}\u00ad9`,
  ({ plain }) => `٩${plain}`,
  ({ plain }) => `${plain}９`,
  // Joined to another digit: decimals, thousands, dates, versions, addresses, coordinates, sums
  ({ plain }) => `${plain}.5`,
  ({ plain }) => `${plain},50`,
  ({ plain }) => `5.${plain}`,
  ({ plain }) => `3,${plain}`,
  ({ plain }) => `${plain},000`,
  ({ plain }) => `1,${plain}`,
  ({ plain }) => `12/${plain}`,
  ({ plain }) => `${plain}/12`,
  ({ plain }) => `2026-${plain}`,
  ({ plain }) => `${plain}-01`,
  ({ plain }) => `v2.${plain}`,
  ({ plain }) => `48.${plain}, 2.35`,
  ({ dashed }) => `4-${dashed}`,
  ({ dashed }) => `${dashed}-10`,
  ({ dashed }) => `978-${dashed}-4`,
  ({ dotted }) => `10.${dotted}`,
  ({ dotted }) => `${dotted}.10`,
  ({ dotted }) => `192.168.${dotted}`,
  ({ national }) => `${national}/10`,
  ({ e164 }) => `${e164}.5`,
  ({ e164 }) => `${e164}/12`,
  ({ e164 }) => `12-${e164}`,
  // A stretch of a longer identifier
  ({ national }) => `4970 ${national} 12`,
  ({ national }) => `${national} 0123`,
  ({ national }) => `SIRET ${national} 00012`,
  ({ national }) => `FR76 3000 ${national} 012`,
  ({ national }) => `IBAN XX14 2004 1010 ${national} 26`,
  ({ national }) => `1 85 ${national} 12`,
  ({ national }) => `3 ${national} 5`,
  ({ national }) => `2026/${national}/7`,
  ({ national }) => `4970\u00a0${national}\u00a012`,
  ({ plain }) => `12 ${plain}`,
  ({ plain }) => `4970 ${plain}`,
  ({ national }) => `497012 ${national}`,
  ({ national }) => `49 70 ${national}`,
  ({ national }) => `FR76 ${national}`,
  ({ national }) => `CB 4970 1234 ${national}`,
  ({ plain }) => `${plain} 12`,
  ({ plain }) => `(12)${plain}`,
  ({ international }) => `${international} 12`,
  // A second number, of which only the last digits are given
  ({ national }) => `${national} / 80`,
  ({ national }) => `${national}/80`,
  ({ national }) => `${national} - 80`,
  ({ national }) => `${national} – 4567`,
  ({ national }) => `${national} ou 80`,
  ({ national }) => `${national} or 4567, ask`,
  ({ international }) => `${international} / 80`,
  ({ international }) => `Tel.: ${international}, Fax: -299`,
  ({ plain }) => `${plain} et 82`,
  ({ e164 }) => `${e164} / 81 (fax)`,
  // Inside a visible address
  ({ plain }) => `https://shop.example/${plain}`,
  ({ dashed }) => `https://shop.example/${dashed}/contact`,
  ({ dotted }) => `https://shop.example/${dotted}`,
  ({ plain }) => `http://shop.example/?tel=${plain}`,
  ({ plain }) => `https://shop.example/a?x=1&tel=${plain}`,
  ({ plain }) => `https://shop.example/#${plain}`,
  ({ plain }) => `see www.shop.example/${plain}.`,
  ({ plain }) => `shop.example/tel/${plain}`,
  ({ plain }) => `ftp://shop.example/a-${plain}.jpg`,
  ({ plain }) => `${plain}.shop.example`,
  ({ plain }) => `contact.${plain}@shop.example`,
  ({ plain }) => `mailto:${plain}@shop.example`,
  ({ dashed }) => `<${dashed}@shop.example>`,
  ({ e164 }) => `https://wa.me/${e164.slice(1)}`,
  ({ e164 }) => `https://shop.example/${e164}`,
  ({ e164 }) => `sip:${e164}@pbx.example`,
  // Another country's number that has the same national digits
  ({ foreign, area, rest }) => `+${foreign} ${area} ${rest}`,
  ({ foreign, area, rest }) => `00${foreign} ${area} ${rest}`,
  ({ foreign, area, rest }) => `+${foreign} (${area}) ${rest}`,
  ({ foreign, area, rest }) => `+${foreign} (0)${area} ${rest}`,
  ({ foreign, area, rest }) => `+${foreign}${area}${rest.replaceAll(" ", "")}`,
  ({ foreign, national }) => `(+${foreign}) ${national}`,
  // A wrong trunk prefix
  ({ e164, area, rest }) => `${e164.slice(0, -(area + rest).replaceAll(" ", "").length)} (9)${area} ${rest}`,
];

const oneDigitDifferent = (text: string): string[] =>
  [...text].flatMap((char, at) =>
    /\d/.test(char) ? [text.slice(0, at) + ((Number(char) + 1) % 10) + text.slice(at + 1)] : [],
  );

/** Look-alikes of a country's number: none of them may change by as much as a character. */
export function generateNegatives(country: Country): string[] {
  const { number, code, trunk, own, separator, isTrunkOptional } = country;
  const groups = (trunk + own).split(" ");
  const [area = "", ...rest] = own.split(" ");
  const forms: Forms = {
    plain: groups.join(""),
    national: groups.join(separator),
    dashed: groups.join("-"),
    dotted: groups.join("."),
    e164: number,
    international: `+${code} ${own}`,
    // Nauru, Tuvalu: no site of the table is there.
    foreign: code.startsWith("67") ? "688" : "674",
    area,
    rest: rest.join(" "),
  };
  return [
    ...LOOK_ALIKES.map((write) => write(forms)),
    ...oneDigitDifferent(forms.national),
    ...oneDigitDifferent(forms.e164),
    // One missing
    forms.national.slice(0, -1),
    forms.e164.slice(0, -1),
    `+${code} ${own.slice(0, -1)}`,
    ...(trunk && !isTrunkOptional ? [own, own.replaceAll(" ", "")] : []),
  ];
}
