import Cookies from "js-cookie";
import { site } from "../site.ts";
import { readSession, SESSION, type Session, writeSession } from "./session.ts";

/** What this terminal remembers. Cookie and session live and die together: one alone is nobody. */
export interface Remembered {
  visitor: string;
  session: Session;
}

const VISITOR = "mgt_visitor";

const attributes = (domain?: string) => ({
  sameSite: "Lax" as const,
  secure: location.protocol === "https:",
  ...(domain && { domain }),
});

export function remembered(): Remembered | undefined {
  const session = readSession();
  // Only then: in a sandboxed frame, where storage throws, `document.cookie` throws as well.
  const visitor = (session && Cookies.get(VISITOR)) || "";
  return session && /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(visitor)
    ? { visitor, session }
    : undefined;
}

/** @returns false where the terminal does not keep both names: then it keeps neither */
export function remember({ visitor, session }: Remembered): boolean {
  try {
    writeSession(session);
    // Set once: later visits do not extend it.
    if (Cookies.get(VISITOR) !== visitor)
      Cookies.set(VISITOR, visitor, {
        ...attributes(HAS.cookieDomain ? site.cookieDomain : ""),
        expires: new Date(session.since + site.visitorDays * 864e5),
      });
    if (remembered()) return true;
  } catch {
    // Blocked or full storage.
  }
  forgetAll();
  return false;
}

/** Both names are gone when this returns. Where there is nothing, nothing is written, not even a deletion. */
export function forgetAll(): void {
  try {
    if (Cookies.get(VISITOR)) Cookies.remove(VISITOR, attributes());
    // A cookie set for the whole domain goes only by that name.
    if (HAS.cookieDomain && Cookies.get(VISITOR)) Cookies.remove(VISITOR, attributes(site.cookieDomain));
    if (localStorage.getItem(SESSION)) localStorage.removeItem(SESSION);
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
