import { MODES } from "../../../vocabulary/modes.ts";
import { asciiHost } from "../asciiHost.ts";
import { memberPath } from "../jsonPath.ts";
import { normaliseOrigin } from "../normaliseOrigin.ts";
import { isPublicSuffix } from "../publicSuffix.ts";
import type { Context } from "./Context.ts";
import { list, text } from "./readLoosely.ts";

export function cookie(context: Context): void {
  const { path, site, mode, error, warn } = context;
  const domain = asciiHost(text(site.cookieDomain)?.replace(/^\./, "") ?? "");
  if (site.cookie === "server" && !domain && (site.cookieDomain === undefined || domain === ""))
    error(
      `${path}.cookieDomain`,
      "required",
      `"cookieDomain" is missing: the endpoint sets the cookie for the site's domain`,
      site.cookieDomain ?? null,
      "domain such as example.com",
    );
  if (site.cookie === "server" && mode && MODES[mode].collects.length === 0)
    warn(
      `${path}.cookie`,
      "not_in_mode",
      `mode ${mode} sends no events: the endpoint has no occasion to set the cookie`,
      "server",
      `"script"`,
    );
  // What is no domain is told by its form.
  if (!domain || !/^[^\s/:?#@*.]+(\.[^\s/:?#@*.]+)*$/.test(domain)) return;
  if (isPublicSuffix(domain))
    warn(
      `${path}.cookieDomain`,
      "cookie_domain",
      `"${domain}" is a public suffix, under which anybody may register: browsers refuse the cookie, the visitor is never remembered`,
      site.cookieDomain,
      "domain of your own, such as example.com",
    );
  origins(domain, context);
  if (site.cookie === "server") endpointInside(domain, context);
}

/** The endpoint's answers set the cookie: browsers take it only from a host in the domain. */
function endpointInside(domain: string, { path, site, warn }: Context): void {
  const endpoint = text(site.endpoint);
  if (!endpoint || !URL.canParse(endpoint)) return;
  const { hostname } = new URL(endpoint);
  if (hostname !== domain && !hostname.endsWith(`.${domain}`))
    warn(
      `${path}.endpoint`,
      "cookie_domain",
      `"${hostname}" lies outside cookieDomain "${domain}": browsers refuse the cookie that it sets`,
      endpoint,
      `a host in ${domain}`,
    );
}

/** Browsers refuse a cookie for a domain that the page is not in. */
function origins(domain: string, { path, site, warn }: Context): void {
  for (const [index, value] of list(site.origins).entries()) {
    const origin = text(value) && normaliseOrigin(value as string);
    if (!origin) continue;
    const host = origin.replace(/^\w+:\/\/(\*\.)?|:\d+$/g, "");
    if (host !== domain && !host.endsWith(`.${domain}`))
      warn(
        memberPath(`${path}.origins`, index),
        "cookie_domain",
        `"${origin}" lies outside cookieDomain "${domain}": browsers refuse the cookie there`,
        origin,
        `a host in ${domain}`,
      );
  }
}
