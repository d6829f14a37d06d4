import Cookies from "js-cookie";
import { site } from "../site.ts";
import { readSession, SESSION, type Session, writeSession } from "./session.ts";

/** What this terminal remembers. Cookie and session live and die together: one alone is nobody. */
export interface Remembered {
  visitor: string;
  session: Session;
}

const VISITOR = "mgt_visitor";

const attributes = (domain: string) => ({
  sameSite: "Lax" as const,
  secure: location.protocol === "https:",
  ...(domain && { domain }),
});

/** The visitor id; a cookie that holds no UUID v4 holds none. */
const readVisitor = () =>
  /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.exec(Cookies.get(VISITOR) || "")?.[0];

export function remembered(): Remembered | undefined {
  const session = readSession();
  const visitor = readVisitor();
  return session && visitor ? { visitor, session } : undefined;
}

/** @returns false where the terminal does not keep both names: then it keeps neither */
export function remember({ visitor, session }: Remembered): boolean {
  try {
    writeSession(session);
    // Set once: later visits do not extend it.
    if (readVisitor() !== visitor)
      Cookies.set(VISITOR, visitor, {
        ...attributes(site.cookieDomain),
        expires: new Date(session.since + site.visitorDays * 864e5),
      });
    if (readVisitor() === visitor) return true;
  } catch {
    // Blocked or full storage.
  }
  forgetAll();
  return false;
}

/** Both names are gone when this returns. Where there is nothing, nothing is written, not even a deletion. */
export function forgetAll(): void {
  // With and without the domain: a cookie set under an earlier configuration goes as well.
  for (const domain of ["", site.cookieDomain])
    if (Cookies.get(VISITOR) !== undefined) Cookies.remove(VISITOR, attributes(domain));
  try {
    if (localStorage.getItem(SESSION) !== null) localStorage.removeItem(SESSION);
  } catch {
    // Blocked storage holds nothing of ours.
  }
}

/** Calls back when another tab has removed the session, or everything. */
export function onForgotten(callback: () => void): void {
  addEventListener("storage", ({ key, newValue }) => {
    if ((key === SESSION || !key) && !newValue) callback();
  });
}
