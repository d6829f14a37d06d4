import type { NumberPlan } from "../../../vocabulary/site.ts";

/** Country calling codes of one and two digits; all others have three. By zone: `1` and `7`, `20`, `33` … */
const CODES_BY_ZONE = ["1", "7", "2[07]", "3[0-469]", "4[013-9]", "5[1-8]", "6[0-6]", "8[1246]", "9[0-58]"];
const SHORT_CODES = new RegExp(`^(${CODES_BY_ZONE.join("|")})`);
/** Countries whose national form has no trunk prefix, by calling code: Spain is `34`. */
const CODES_WITHOUT_TRUNK = [
  "1",
  "3[0469]",
  "4[578]",
  "35[124]",
  "37[0-8]",
  "420",
  "50\\d",
  "52",
  "65",
  "852",
  "97[34]",
];
const NO_TRUNK = new RegExp(`^(${CODES_WITHOUT_TRUNK.join("|")})$`);

/**
 * The plan of a number whose country's metadata was not compiled in (static file with inline
 * configuration): calling code by length, trunk prefix by list, grouping in pairs from the end.
 */
export function guessPlan(number: string): NumberPlan {
  const digits = number.slice(1);
  const code = SHORT_CODES.exec(digits)?.[0] || digits.slice(0, 3);
  const trunk = NO_TRUNK.test(code) ? "" : "0";
  const national = (trunk + digits.slice(code.length)).replace(/\B(?=(\d\d){1,9}$)/g, " ");
  return { code, trunk, national };
}
