import { matchesPattern } from "../../vocabulary/patterns.ts";

const EMAIL_OR_PHONE = /[^\s/@?&=]+@[^\s/@?&=]+|(?:\+|\b00?)[1-9](?:[\s().-]*\d){7,}/g;
/** JWTs, UUIDs, long runs that mix letters and digits; a slug of words is none. */
const TOKEN =
  /eyJ[\w.-]{9,}|(?:[\da-f]+-){4}[\da-f]{12}|(?=\w*\d)(?=\d*[A-Za-z])\w{20,}|(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{24,}/g;

/**
 * A URL as it may be stored or sent: no fragment, no credentials, only the query parameters in `keep`,
 * with what looks like an e-mail address, a phone number or a token cut out. A parameter kept by its very
 * name, not by a glob, may hold a token: a condition compares it, or it is a click id.
 *
 * @param keep names or globs
 * @returns `""` for what is no web address
 */
export function cleanUrl(href: string, keep: readonly string[]): string {
  if (!URL.canParse(href)) return "";
  // `origin` is "null" for android-app: and other schemes that referrers come with.
  const { protocol, host, pathname, searchParams } = new URL(href);
  const cut = (text: string, isName?: boolean) => {
    const safe = text.replace(EMAIL_OR_PHONE, "*");
    return isName ? safe : safe.replace(TOKEN, "*");
  };
  const query = new URLSearchParams(
    [...searchParams].flatMap(([name, value]) =>
      keep.some((pattern) => matchesPattern(pattern, name)) ? [[name, cut(value, keep.includes(name))]] : [],
    ),
  );
  const path = pathname.replace(/%40/g, "@").replace(/[^/]+/g, (part) => cut(part));
  return `${protocol}//${host}${path}${`?${query}`.replace(/^\?$/, "")}`;
}
