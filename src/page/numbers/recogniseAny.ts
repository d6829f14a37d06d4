import { type Place, type Recogniser, SEPARATOR } from "./recognise.ts";

/** Where any number stands, the owner's or not: in an element that says whose number it shows. */
export function recogniseAny(text: string, { prefix, significant }: Recogniser): Place[] {
  const number = new RegExp(`(?<!\\d)\\(?[+\\uff0b]?\\d(?:[${SEPARATOR}]{0,5}\\d){5,14}(?!\\d)`, "g");
  const end = new RegExp(`\\d(?:\\D*\\d){${significant.length - 1}}$`);
  return [...text.matchAll(number)].map(({ 0: raw, index }) => {
    const own = end.exec(raw)?.index;
    return [
      index,
      raw.length,
      own !== undefined && /^\(?$/.test(raw.slice(0, prefix.exec(raw.slice(0, own))?.index ?? 2)),
    ];
  });
}
