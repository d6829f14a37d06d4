import type { Country, Row } from "./Country.ts";

/** Links that dial, and what they dial afterwards: always the tracked number in E.164. */
export function linksOf({ number, tracked, code, trunk, own }: Country): Row[] {
  const national = (trunk + own).replaceAll(" ", "");
  const dials = [
    number,
    `+${code}-${own.replaceAll(" ", "-")}`,
    `+${code}%20${own.replaceAll(" ", "%20")}`,
    `%2B${number.slice(1)}`,
    `00${number.slice(1)}`,
    national,
    (trunk + own).replaceAll(" ", "%20"),
    (trunk + own).replaceAll(" ", "."),
    (trunk + own).replaceAll(" ", "-"),
    `(${(trunk + own).replace(" ", ")")}`,
    ...(trunk === "0"
      ? [`+${code}(0)${own.replaceAll(" ", "")}`, `+${code}0${own.replaceAll(" ", "")}`]
      : []),
  ];
  const suffixes = ["", ";ext=12", ",,12#", "p12", "?body=12"];
  const changed = dials.flatMap((dial, at): Row[] => {
    const suffix = suffixes[at % suffixes.length] ?? "";
    return [
      [`tel:${dial}`, `tel:${tracked}`],
      [`sms:${dial}${suffix}`, `sms:${tracked}${suffix}`],
      [`TEL:${dial}`, `TEL:${tracked}`],
    ];
  });
  const kept = [
    `tel:${number}0`,
    `tel:${number.slice(0, -1)}`,
    `tel:9${national}`,
    `tel:${national}9`,
    `tel:+674${own.replaceAll(" ", "")}`,
    `tel:${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`,
    `https://wa.me/${number.slice(1)}`,
    `https://shop.example/${national}`,
    `mailto:${national}@shop.example`,
    `/call/${national}`,
    `#${national}`,
  ];
  return [...changed, ...kept.map((href): Row => [href, href])];
}
