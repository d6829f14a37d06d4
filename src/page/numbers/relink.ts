import { plain, type Recogniser, SEPARATOR } from "./recognise.ts";

const SCHEME = /^\s*(?:tel|sms|callto):/i;
const NUMBER = new RegExp(`^(?:[+\\d${SEPARATOR}]|%2[0Bb])*\\d`);

/** The recogniser of the number that a link dials, and that link with its tracked number. */
function dialled(href: string, recognisers: Recogniser[]): [Recogniser, string] | undefined {
  const scheme = SCHEME.exec(href)?.[0];
  if (!scheme) return undefined;
  const rest = href.slice(scheme.length);
  const [number = ""] = NUMBER.exec(plain(rest)) || [];
  const digits = number
    .replace(/%20/g, "")
    .replace(/%2B/i, "+")
    .replace(/[^+\d]/g, "");
  const found = recognisers.find(({ significant, prefix, isAny }) =>
    isAny
      ? digits
      : digits.endsWith(significant) && prefix.exec(digits.slice(0, -significant.length))?.index === 0,
  );
  return found && [found, scheme + found.tracked + rest.slice(number.length)];
}

/** A link that dials another number: always E.164; parameters and what is dialled after it are kept. */
export const relink = (href: string, recognisers: Recogniser[]): string =>
  dialled(href, recognisers)?.[1] ?? href;

/** The site's number that a link dials. */
export const dialledIn = (href: string, recognisers: Recogniser[]): Recogniser | undefined =>
  dialled(href, recognisers)?.[0];
