import {
  blank,
  CURLY,
  curlyBefore,
  framed,
  type Place,
  put,
  reclosed,
  requoted,
  type Stop,
  withoutComment,
} from "./jsonMendings.ts";
import { FULL_WIDTH, WORDS } from "./jsonWords.ts";
import { invisibleIn } from "./proposals/invisible.ts";
import { proposePhone } from "./proposals/proposePhone.ts";

interface Slip {
  holds(place: Place): boolean;
  says(place: Place): string;
  /** The text with this slip mended, of the same length, so that what comes after it can be told too. */
  mended?(place: Place): string | undefined;
  /** The mended text says something else than was meant: good for finding other slips, not for its meaning. */
  distorts?: true;
}

const OPENING_CURLY = /^[“”„‟«»″〝〞＂‘’‚‛′]/u;

const wantsValue = ({ expected }: Stop) => expected === "a value";
const wantsKey = ({ expected }: Stop) => expected.includes("key in");
const wantsComma = ({ expected }: Stop) => /^"," or/.test(expected);
const wantsColon = ({ expected }: Stop) => expected === '":" after the key';
const wantsEnd = ({ expected }: Stop) => expected === "the end of the file";

const lineOf = (text: string, at: number): number => text.slice(0, at).split("\n").length;

/** What of a line looks like a telephone number without quotes: `+33 1 23`, `0123456789`, `01.23.45.67.89`. */
const BARE_PHONE = /^\+?\d[\d .()/-]{5,20}\d/;

/** Digits that stand from before the stop, where a number that JSON could read ended. */
function barePhone({ text, at }: Place): string | undefined {
  const start =
    /(?:\+|(?<![\d .()/-])\d)[\d .()/-]*$/.exec(text.slice(Math.max(0, at - 24), at))?.[0].length ?? 0;
  return BARE_PHONE.exec(text.slice(at - start, at - start + 32))?.[0];
}

const regionIn = (text: string): string => /"region"\s*:\s*"([A-Z]{2})"/.exec(text)?.[1] ?? "FR";

/** The usual slips, the first that holds. */
const SLIPS: readonly Slip[] = [
  {
    holds: ({ text }) => text.trim() === "",
    says: ({ expected }) => `the file is empty, it ends too early: expected ${expected}`,
  },
  {
    holds: ({ rest }) => rest === "",
    says({ text, open, expected }) {
      const last = open.at(-1);
      const unclosed = last
        ? `the "${last.bracket}" of line ${lineOf(text, last.at)} is never closed`
        : `expected ${expected}`;
      return `the file ends too early: ${unclosed}`;
    },
  },
  {
    holds: ({ rest }) => /^(<{7} |={7}$|>{7} )/m.test(rest.slice(0, 8)),
    says: () => "two versions of the file were merged here: keep one, and delete the marks",
  },
  {
    holds: ({ rest, before }) => /^<\?xml/i.test(rest) && before === "",
    says: () => "this is XML, not a configuration in JSON",
  },
  {
    holds: ({ rest, before }) => rest.startsWith("<!--") && before !== "",
    says: () => "comments are not allowed in JSON",
    mended: ({ text, at, rest }) => blank(text, at, at + rest.indexOf("-->") + 3),
  },
  {
    holds: ({ rest, before }) => rest.startsWith("<") && before === "",
    says: () => "this is a web page (HTML), not a configuration: was the file saved from a browser?",
  },
  {
    holds: ({ text }) => text.startsWith("{\\rtf"),
    says: () => "this is a document of a word processor (RTF): save it as plain text",
  },
  {
    holds: ({ text }) => text.startsWith("%PDF"),
    says: () => "this is a PDF, not a configuration in JSON",
  },
  {
    holds: ({ rest, before }) =>
      before === "" && /^(export|module|const|let|var|import|return|window|\(|\$)/.test(rest),
    says: () => "this is JavaScript, not JSON: a file begins with {",
  },
  {
    holds: ({ rest, before }) => before === "" && /^(---|[\w-]+\s*:)/.test(rest),
    says: () => "this looks like YAML, not JSON: a file begins with {, and keys stand in double quotes",
  },
  {
    holds: ({ rest, before }) =>
      before === "" && /^\p{L}/u.test(rest) && !Object.hasOwn(WORDS, rest.trim().toLowerCase()),
    says: () => 'this is no configuration in JSON but some other text: a file begins with { "sites": [',
  },
  {
    holds: ({ rest }) => /^&(quot|#34|nbsp|amp);/.test(rest),
    says: ({ rest }) =>
      `${/^&[^;]+;/.exec(rest)?.[0]} comes from a web page: copy the file anew, as plain text`,
  },
  {
    holds: (place) => place.rest.startsWith('\\"') && (wantsKey(place) || wantsValue(place)),
    says: () => 'a backslash stands before the quotes: write " alone',
    mended: ({ text }) => text.replaceAll('\\"', ' "'),
    distorts: true,
  },
  {
    holds: ({ rest }) => /^(\.\.\.|…)/.test(rest),
    says: () => "… stands for what was left out: delete it, with its comma",
    mended: ({ text, at, rest }) => blank(text, at, at + (rest.startsWith("…") ? 1 : 3)),
  },
  {
    holds: ({ rest }) => /^(\/\/|\/\*|#)/.test(rest),
    says: () => "comments are not allowed in JSON",
    mended: withoutComment,
  },
  {
    holds: ({ rest }) => OPENING_CURLY.test(rest),
    says: ({ rest }) => `typographic quotes (“ ”) are not allowed: found ${rest[0]}, write "`,
    mended: requoted,
  },
  {
    holds: ({ rest }) => rest[0] === "'" || rest[0] === "`",
    says: ({ rest }) => `strings take double quotes in JSON: found ${rest[0]}, write "`,
    mended: requoted,
  },
  {
    holds: ({ rest }) => Object.hasOwn(FULL_WIDTH, rest[0] ?? ""),
    says: ({ rest }) => `found the full-width ${rest[0]}, write ${FULL_WIDTH[rest[0] ?? ""]}`,
    mended: ({ text, at, rest }) => put(text, at, FULL_WIDTH[rest[0] ?? ""] ?? ""),
  },
  {
    holds: ({ rest }) =>
      invisibleIn(rest[0] ?? "") !== "" || /^[\u00a0\u2000-\u200a\u202f\u3000]/u.test(rest),
    says: ({ rest }) =>
      `an invisible character stands here (U+${(rest.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}): delete it`,
    mended: ({ text, at }) => put(text, at, " "),
  },
  {
    holds: ({ rest, before }) => /^[}\]]/.test(rest) && before.endsWith(","),
    says: () => "a comma is not allowed before the end",
    mended: ({ text, before }) => put(text, before.length - 1, " "),
  },
  {
    holds: (place) => place.rest[0] === "," && (wantsValue(place) || wantsKey(place)),
    says: () => "a comma too many",
    mended: ({ text, at }) => put(text, at, " "),
  },
  {
    holds: (place) => place.rest[0] === ";" && (wantsComma(place) || wantsEnd(place)),
    says: (place) =>
      wantsEnd(place) ? "a semicolon too many at the end" : "found ; in the place of a comma",
    mended: (place) => put(place.text, place.at, wantsEnd(place) ? " " : ","),
  },
  {
    holds: (place) => wantsColon(place) && /^["\d{[+-]|^(true|false|null)\b/.test(place.rest),
    says: () => "a colon is missing between the key and its value",
    mended: ({ text, at, before }) => (before.length < at ? put(text, before.length, ":") : undefined),
  },
  {
    holds: ({ rest, ...place }) => /^=>?/.test(rest) && wantsColon(place),
    says: () => "found = in the place of :",
    mended: ({ text, at, rest }) => put(text, at, rest.startsWith("=>") ? ": " : ":"),
  },
  {
    holds: (place) =>
      place.rest[0] === '"' && wantsValue(place) && CURLY.test(place.line) && reclosed(place) !== undefined,
    says: () => 'typographic quotes (“ ”) are not allowed: this text ends in one, write "',
    mended: reclosed,
  },
  {
    holds: (place) =>
      place.rest[0] === '"' && wantsKey(place) && CURLY.test(place.line) && reclosed(place) !== undefined,
    says: () => 'typographic quotes (“ ”) are not allowed: this key ends in one, write "',
    mended: reclosed,
  },
  {
    holds: (place) => place.rest[0] === '"' && (wantsValue(place) || wantsKey(place)),
    says({ line }) {
      const wrong = /\\[^"\\/bfnrtu]|\\u(?![0-9a-fA-F]{4})/.exec(line)?.[0];
      if (wrong) return `this string is not closed or holds an invalid character: write "\\\\" for "\\"`;
      return /\t/.test(line)
        ? "this string is not closed or holds an invalid character: a tab is none, write a blank"
        : 'this string is not closed or holds an invalid character: it ends on its line, with "';
    },
  },
  {
    // What JSON read as a text began in its quotes and ended at the ones of the next.
    holds: (place) => (wantsComma(place) || wantsColon(place)) && curlyBefore(place) >= 0,
    says: ({ text, ...place }) =>
      `typographic quotes (“ ”) are not allowed: found ${text[curlyBefore({ text, ...place })]} on this line, write "`,
    mended: (place) => put(place.text, curlyBefore(place), '"'),
  },
  {
    holds: (place) => (wantsComma(place) || wantsValue(place)) && barePhone(place) !== undefined,
    says(place) {
      const phone = barePhone(place) ?? "";
      const proposal = proposePhone(phone, regionIn(place.text));
      return `a phone number stands in double quotes: ${JSON.stringify(proposal ?? phone)}`;
    },
    mended: (place) =>
      framed(place.text, place.text.lastIndexOf(barePhone(place) ?? "", place.at), barePhone(place)),
    distorts: true,
  },
  {
    holds: (place) =>
      /^["{[\d-]|^(true|false|null)\b/.test(place.rest) &&
      wantsComma(place) &&
      /\s$|[\]}"]$/.test(place.text.slice(0, place.at)),
    says: () => "a comma is missing",
    mended: ({ text, at, before }) => (before.length < at ? put(text, before.length, ",") : undefined),
  },
  {
    holds: (place) => wantsEnd(place) && /^[{["]/.test(place.rest),
    says: ({ rest }) =>
      `a second "${rest[0]}" begins here: two files in one? A file is one { "sites": [ … ] }; put all sites into its list`,
  },
  {
    holds: (place) => wantsEnd(place) && /^[}\],]/.test(place.rest),
    says: ({ rest }) => `a "${rest[0]}" too many`,
    mended: ({ text, at }) => put(text, at, " "),
  },
  {
    holds: ({ rest, open }) => /^[}\]]/.test(rest) && open.length > 0,
    says({ text, rest, open, expected }) {
      const last = open.at(-1);
      return `expected ${expected}, found "${rest[0]}": the "${last?.bracket}" of line ${lineOf(text, last?.at ?? 0)} is not closed yet`;
    },
  },
  {
    holds: (place) => wantsKey(place) && /^[\p{L}$_]/u.test(place.rest),
    says: ({ rest }) => `keys stand in double quotes: "${BARE_KEY.exec(rest)?.[0]}"`,
    mended: ({ text, at, rest }) => framed(text, at, BARE_KEY.exec(rest)?.[0]),
    distorts: true,
  },
  {
    holds: (place) => wantsValue(place) && Object.hasOwn(WORDS, wordOf(place).toLowerCase()),
    says: (place) => `found ${wordOf(place)}, did you mean ${WORDS[wordOf(place).toLowerCase()]}?`,
    mended: (place) => framed(place.text, place.at, wordOf(place)),
    distorts: true,
  },
  {
    holds: (place) => wantsValue(place) && /^[\p{L}$_/]/u.test(place.rest),
    says: ({ line }) => `text stands in double quotes: ${JSON.stringify(bareText(line).replace(/"$/, ""))}`,
    mended: ({ text, at, line }) => framed(text, at, bareText(line)),
    distorts: true,
  },
];

/** A key without quotes: `mode`. */
const BARE_KEY = /^[\p{L}\p{N}$_-]+/u;

/** A text without quotes, to the end of its line or of what it stands in. */
const bareText = (line: string): string => /^(\$\{[^}]*\}|[^,}\]])*/.exec(line)?.[0].trim() ?? "";

const wordOf = ({ rest }: Place): string => /^[\p{L}]+/u.exec(rest)?.[0] ?? "";

/** What is wrong where reading stopped, in words; which of the slips it is; and the text with that mended if it can be, of the same length. */
export function slipAt(stop: Stop): { message: string; slip: number; mended?: string; distorts?: true } {
  const rest = stop.text.slice(stop.at);
  const place: Place = {
    ...stop,
    rest,
    before: stop.text.slice(0, stop.at).trimEnd(),
    line: /^[^\n]*/.exec(rest)?.[0] ?? "",
  };
  const index = SLIPS.findIndex(({ holds }) => holds(place));
  const slip = SLIPS[index];
  if (!slip) {
    const found = String.fromCodePoint(stop.text.codePointAt(stop.at) ?? 0);
    return { message: `expected ${stop.expected}, found ${JSON.stringify(found)}`, slip: index };
  }
  const mended = slip.mended?.(place);
  return {
    message: slip.says(place),
    slip: index,
    ...(slip.distorts && { distorts: true }),
    ...(mended !== undefined && mended.length === stop.text.length && mended !== stop.text && { mended }),
  };
}
