import Cookies from "js-cookie";
import { site } from "../ground/site.ts";
import { readSession, SESSION, type Session, writeSession } from "./session.ts";

/** What this terminal remembers: a visitor's id and a session, which live and die together; one alone is nobody. */

const VISITOR = "mgt_visitor";

/** Whatever stands in the cookie. */
export const visitorId = (): string => `${Cookies.get(VISITOR)}`;

const setVisitor = (visitor: string, expires: Date, domain?: string) =>
  Cookies.set(VISITOR, visitor, {
    sameSite: "Lax",
    secure: location.protocol === "https:",
    expires,
    ...(HAS.cookieDomain && domain && { domain }),
  });

/** The session, where there is a visitor too. */
export function remembered(): Session | undefined {
  const session = readSession();
  // Only then: in a sandboxed frame, where storage throws, `document.cookie` throws as well.
  return session && /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(visitorId())
    ? session
    : undefined;
}

/** @returns false where the terminal does not keep both names: then it keeps neither */
export function remember(session: Session, visitor = visitorId()): boolean {
  try {
    writeSession(session);
    // Set once: later visits do not extend it.
    if (visitorId() !== visitor)
      setVisitor(visitor, new Date(session.since + site.visitorDays * 864e5), site.cookieDomain);
    if (remembered()) return true;
  } catch {
    // Blocked or full storage.
  }
  forgetAll();
  return false;
}

/** Both names are gone when this returns. Where there is no cookie none is written, not even a deletion. */
export function forgetAll(): void {
  try {
    if (Cookies.get(VISITOR)) setVisitor("", new Date(0));
    // A cookie set for the whole domain goes only by that name.
    if (HAS.cookieDomain && Cookies.get(VISITOR)) setVisitor("", new Date(0), site.cookieDomain);
    localStorage.removeItem(SESSION);
  } catch {
    // Blocked storage holds nothing of ours.
  }
}
