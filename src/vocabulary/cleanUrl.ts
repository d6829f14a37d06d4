import { parseUrl } from "./parseUrl.ts";

/** Every repetition is bounded: a crafted link must not freeze the page that it leads to. */
const EMAIL_OR_PHONE = /[^\s/@?&=]{1,64}@[^\s/@?&=]{1,255}|(\+|%2B|\b00?)[1-9]([\s().-]{0,3}\d){7,15}/g;
/** JWTs, UUIDs, and long runs that mix letters and digits; a slug of words is none. */
const TOKEN =
  /eyJ[\w.-]{9,}|([\da-fA-F]{4,8}-){4}[\da-fA-F]{12}|(?=[A-Za-z_]{0,40}\d)(?=\d{0,40}[A-Za-z_])\w{20,}/g;

/**
 * A URL as it may be stored or sent: no fragment, no credentials, only the query parameters that are
 * kept, with what looks like an e-mail address, a phone number or a token replaced by `*`.
 *
 * @param keeps whether a query parameter is kept
 * @param keepsAsItIs whether it is kept by its very name, and so may hold a token: a condition compares
 *   it, or it is a click id
 * @returns `""` for what is no URL
 */
export function cleanUrl(
  href: string,
  keeps: (name: string) => boolean,
  keepsAsItIs: (name: string) => boolean,
): string {
  const url = parseUrl(href);
  if (!url) return "";
  // `origin` is "null" for android-app: and other schemes that referrers come with.
  const { protocol, host, pathname, searchParams } = url;
  const cut = (text: string, isToken = true) => {
    const safe = text.replace(EMAIL_OR_PHONE, "*");
    return isToken ? safe.replace(TOKEN, "*") : safe;
  };
  const query = new URLSearchParams();
  for (const [name, value] of searchParams)
    if (keeps(name)) query.append(name, cut(value, !keepsAsItIs(name)));
  const path = pathname.replace(/%40/g, "@").split("/");
  return `${protocol}//${host}${path.map((part) => cut(part)).join("/")}${`?${query}`.replace(/^\?$/, "")}`;
}
