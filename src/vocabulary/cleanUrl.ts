import type { ParamRules } from "./keptParams.ts";
import { parseUrl } from "./parseUrl.ts";

// Every repetition is bounded: a crafted link must not freeze the page that it leads to.

/** `jean.dupont@exemple.fr` */
const EMAIL = "[^\\s/@?&=]{1,64}@[^\\s/@?&=]{1,255}";
/** `+33 6 12 34 56 78`, `0612345678`, `06+12+34+56+78`; what `%C2%A0` decodes to byte by byte separates too */
const PHONE = "(\\+|%2B|\\b00?)[1-9]([\\s().+\\x80-\\xff-]{0,3}\\d){7,15}";
const EMAIL_OR_PHONE = /* @__PURE__ */ new RegExp(`${EMAIL}|${PHONE}`, "g");

/** `eyJhbGciOiJIUzI1NiJ9`, the beginning of every JSON Web Token */
const JWT = "eyJ[\\w.-]{9,}";
/** `3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f` */
const UUID = "([\\da-fA-F]{4,8}-){4}[\\da-fA-F]{12}";
/** `Zx81kPq93LmN72vRtY55wQaB`: a long run that mixes letters and digits; a slug of words is none */
const KEY = "(?=[A-Za-z_]{0,40}\\d)(?=\\d{0,40}[A-Za-z_])\\w{20,}";
const TOKEN = /* @__PURE__ */ new RegExp(`${JWT}|${UUID}|${KEY}`, "g");

/** `%40`, and what was encoded again: `%2540` */
const ENCODED = /%(?:25)*([\da-f]{2})/gi;

/**
 * A URL as it may be stored or sent: no fragment, no credentials, only the query parameters that are
 * kept, with what looks like an e-mail address, a phone number or a token replaced by `*`.
 *
 * @returns `""` for what is no URL
 */
export function cleanUrl({ keeps, keepsAsItIs }: ParamRules, href: string): string {
  const url = parseUrl(href);
  if (!url) return "";
  const cut = (text: string, mayHoldToken?: boolean) => {
    const safe = (part: string) => {
      const without = part.replace(EMAIL_OR_PHONE, "*");
      return mayHoldToken ? without : without.replace(TOKEN, "*");
    };
    const cleaned = safe(text);
    const decoded = cleaned.replace(ENCODED, (_, hex) => String.fromCharCode(Number(`0x${hex}`)));
    return safe(decoded) === decoded ? cleaned : "*";
  };
  const query = [...url.searchParams]
    .filter(([name]) => keeps(name))
    .map(([name, value]): [string, string] => [name, cut(value, keepsAsItIs(name))]);
  // Put together anew: an opaque path (`tel:`, `mailto:`) cannot be set, and `origin` is "null" for referrers
  // such as android-app:.
  const path = url.pathname
    .replace(/%40/g, "@")
    .split("/")
    .map((part) => cut(part))
    .join("/");
  return `${url.protocol}//${url.host}${path}${`?${new URLSearchParams(query)}`.replace(/^\?$/, "")}`;
}
