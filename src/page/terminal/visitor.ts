import Cookies from "js-cookie";
import type { PageSite } from "../../vocabulary/site.ts";

const NAME = "mgt_visitor";

const attributes = ({ cookieDomain }: PageSite) => ({
  path: "/",
  sameSite: "Lax" as const,
  secure: location.protocol === "https:",
  ...(cookieDomain && { domain: cookieDomain }),
});

/** The visitor id in the cookie; anything that is no UUID v4 is none. */
export function readVisitor(): string | undefined {
  const id = Cookies.get(NAME) || "";
  return /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id) ? id : undefined;
}

/**
 * @param since when the visitor was first seen (ms): the cookie ends `visitorDays` later, however
 *   often it is written
 */
export function writeVisitor(site: PageSite, id: string, since: number): void {
  Cookies.set(NAME, id, { ...attributes(site), expires: new Date(since + site.visitorDays * 864e5) });
}

/** With and without the domain: a cookie set under an earlier configuration goes as well. */
export function deleteVisitor(site: PageSite): void {
  for (const cookieDomain of ["", site.cookieDomain])
    if (Cookies.get(NAME) !== undefined) Cookies.remove(NAME, attributes({ ...site, cookieDomain }));
}
