import { isLoopback } from "../normaliseOrigin.ts";
import type { Context } from "./Context.ts";
import { text } from "./readLoosely.ts";

export function endpoint({ path, site, error, warn }: Context): void {
  const value = text(site.endpoint);
  if (!value) return;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    error(
      `${path}.endpoint`,
      "url",
      `"${value}" is no address of an endpoint`,
      value,
      "https://host[:port][/path]",
    );
  else if (url.protocol === "http:" && !isLoopback(url.origin))
    warn(
      `${path}.endpoint`,
      "insecure",
      `"${value}" is not encrypted: the visitor id travels in the clear`,
      value,
      "https",
    );
}
