import { isLoopback } from "../normaliseOrigin.ts";
import { meant } from "../proposals/propose.ts";
import type { Context } from "./Context.ts";
import { text } from "./readLoosely.ts";

/** A file, or a route of the endpoint's own: to where it stands, the script adds `/v1/events`. */
const NO_BASE = /(\/[^/]+\.(m?js|html?|php|json)|\/v1(\/\w+)?)\/?$/i;

export function endpoint({ path, site, error, warn }: Context): void {
  const value = text(site.endpoint);
  if (!value) return;
  const place = `${path}.endpoint`;
  const expected = "https://host[:port][/path]";
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    error(place, "url", `"${value}" is no address of an endpoint${meant(repaired(value))}`, value, expected);
  else {
    if (NO_BASE.test(url.pathname))
      warn(
        place,
        "url",
        `"${value}" looks like the address of ${/js$/i.test(url.pathname) ? "the script itself" : "a file or a route"}: nothing would be delivered${meant(baseOf(url))}`,
        value,
        expected,
      );
    if (url.protocol === "http:" && !isLoopback(url.origin))
      warn(
        place,
        "insecure",
        `"${value}" is not encrypted: the visitor id travels in the clear`,
        value,
        "https",
      );
  }
}

const baseOf = ({ origin, pathname }: URL): string =>
  origin + pathname.replace(NO_BASE, "").replace(/(?<!\/)\/+$/, "");

/** A host without scheme, or an address with a query. */
function repaired(value: string): string | undefined {
  const written = /^https?:\/\//i.test(value) ? value : `https://${value.replace(/^\/+/, "")}`;
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  return /\.|^localhost$/.test(url.hostname) ? baseOf(url) : undefined;
}
