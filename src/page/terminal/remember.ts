import Cookies from "js-cookie";
import type { Session } from "../ground/Session.ts";
import { site } from "../ground/site.ts";
import { isUuid } from "../ground/uuid.ts";
import { DAY_MS, holderOf, readSession, SESSION, writeSession } from "./session.ts";

/**
 * What this terminal remembers: a visitor's id and a session. A session alone is nobody's; an id alone is a visitor of
 * whom another host knows more, or whose storage was emptied.
 */

const VISITOR = "mgt_visitor";

/** The console has been told that this terminal keeps nobody: once a page is enough. */
let isTold = false;

/** Whatever stands in the cookie. */
export const visitorId = (): string => `${Cookies.get(VISITOR)}`;

/** The visitor's id, if there is a valid one. */
export function knownVisitor(): string | undefined {
  try {
    return isUuid(visitorId()) ? visitorId() : undefined;
  } catch {
    // In a sandboxed frame: https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie
    return undefined;
  }
}

/** The session, where there is a visitor too. */
export function remembered(): Session | undefined {
  const session = readSession();
  // Only then: in a sandboxed frame, where storage throws, `document.cookie` throws as well.
  // https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie
  if (!session || !isUuid(visitorId())) return undefined;
  const holder = holderOf(visitorId());
  // Another visitor's session, as of another host under the same `cookieDomain`, is nobody's here.
  return holder.startsWith(session.holder) ? { ...session, holder } : undefined;
}

/** What a page adds to every object: js-cookie would take it for an attribute, but for a falsy one of the object's own. */
function hideInherited(): Record<string, string> {
  const own: Record<string, string> = {};
  for (const key in own) own[key] = "";
  return own;
}

/** @returns false where the terminal does not keep both names: then it keeps neither, and the console says so */
export function remember(session: Session, visitor = visitorId()): boolean {
  let cause: unknown = "";
  try {
    writeSession({ ...session, holder: holderOf(visitor) });
    // Set once: later visits do not extend it.
    if (visitorId() !== visitor)
      Cookies.set(VISITOR, visitor, {
        ...hideInherited(),
        sameSite: "Lax",
        secure: location.protocol === "https:",
        expires: new Date(session.since + site.visitorDays * DAY_MS),
        ...(HAS.cookieDomain && site.cookieDomain && { domain: site.cookieDomain }),
      });
    if (remembered()) return true;
  } catch (error) {
    cause = error;
  }
  forgetAll();
  if (!isTold)
    console.warn(
      HAS.cookieDomain && site.cookieDomain
        ? `mgt: the visitor is not stored: is "cookieDomain": "${site.cookieDomain}" a domain of this page, and your own?`
        : "mgt: the visitor is not stored: cookies or storage are blocked or full, or built-ins changed",
      cause,
    );
  isTold = true;
  return false;
}

/** Not by js-cookie, which throws where the page adds to `Object.prototype`: a "no" is obeyed there too. */
function expireVisitor(domain = ""): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API answers later than a withdrawal may take
  if (Cookies.get(VISITOR)) document.cookie = `${VISITOR}=;path=/;max-age=-1${domain}`;
}

/** Both names are gone when this returns. Where there is no cookie none is written, not even a deletion. */
export function forgetAll(): void {
  try {
    expireVisitor();
    // A cookie set for the whole domain goes only by that name.
    if (HAS.cookieDomain) expireVisitor(`;domain=${site.cookieDomain}`);
    localStorage.removeItem(SESSION);
  } catch {
    // Blocked storage holds nothing of ours.
  }
}
