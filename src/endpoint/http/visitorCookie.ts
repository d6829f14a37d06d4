import type { Site } from "../../vocabulary/site.ts";

const DAY_MS = 86_400_000;

/**
 * `Set-Cookie` of `mgt_visitor` for what remains of the visitor's life, counted from the first
 * stored event; undefined when nothing is stored or nothing remains. The script reads the cookie:
 * it cannot be `HttpOnly`.
 * @param since @param now ms
 */
export function visitorCookie(
  { cookieDomain, visitorDays }: Pick<Site, "cookieDomain" | "visitorDays">,
  visitor: string,
  since: number | undefined,
  origin: string,
  now: number,
): string | undefined {
  if (since === undefined) return undefined;
  const seconds = Math.floor((since + visitorDays * DAY_MS - now) / 1_000);
  if (seconds <= 0) return undefined;
  const attributes = [`mgt_visitor=${visitor}`, "Path=/", `Max-Age=${seconds}`, "SameSite=Lax"];
  if (cookieDomain !== "") attributes.push(`Domain=${cookieDomain}`);
  if (origin.startsWith("https:")) attributes.push("Secure");
  return attributes.join("; ");
}
