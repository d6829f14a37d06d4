import { rules } from "../site.ts";

const EMAIL_OR_PHONE = /[^\s/@?&=]+@[^\s/@?&=]+|(\+|\b00?)[1-9]([\s().-]*\d){7,}/g;
/** JWTs, UUIDs, and long runs that mix letters and digits; a slug of words is none. */
const TOKEN =
  /eyJ[\w.-]{9,}|([\da-f]+-){4}[\da-f]{12}|(?=\w*\d)(?=\d*[a-z])\w{20,}|(?=[\w-]*\d)(?=[a-z\d_-]*[A-Z])[\w-]{24,}/gi;

/**
 * A URL as it may be stored or sent: no fragment, no credentials, only the query parameters that are
 * kept, with what looks like an e-mail address, a phone number or a token cut out. A parameter kept by
 * its very name may hold a token: a condition compares it, or it is a click id.
 *
 * @returns `""` for what is no web address
 */
export function cleanUrl(href: string): string {
  if (!URL.canParse(href)) return "";
  // `origin` is "null" for android-app: and other schemes that referrers come with.
  const { protocol, host, pathname, searchParams } = new URL(href);
  const cut = (text: string) => text.replace(EMAIL_OR_PHONE, "*");
  const query = new URLSearchParams();
  for (const [name, value] of searchParams)
    if (rules.keeps(name))
      query.append(name, rules.keepsAsItIs(name) ? cut(value) : cut(value).replace(TOKEN, "*"));
  const path = pathname
    .split("/")
    .map((part) => cut(part.replace(/%40/g, "@")).replace(TOKEN, "*"))
    .join("/");
  return `${protocol}//${host}${path}${query.size ? "?" : ""}${query}`;
}
