import { isChannel } from "../../vocabulary/channels/signIn.ts";
import type { Session } from "../ground/Session.ts";
import { site } from "../ground/site.ts";

/** The session of a visitor who has seen nothing yet. */
export const BLANK: Readonly<Session> = {
  condition: "",
  landing: "",
  last_action: 0,
  last_url: "",
  referrer: "",
  source: "",
  channel: "direct",
  to_swap: [],
  tracking_ids: {},
  pages: 0,
  since: 0,
  consent: "",
  pending: [],
  holder: "",
};

export const SESSION = "mgt_session";
export const DAY_MS = 864e5;
const MAX_PENDING_ITEMS = 50;
const MAX_PENDING_LENGTH = 16_384;
/** Far above what we write; more is not ours. */
const MAX_SESSION_LENGTH = 65_536;

/** Of a session of this site's, by the visitor's id. */
export const holderOf = (visitor: string): string => `${site.key}:${visitor.slice(0, 8)}`;

/** Keys in their order and the type of each value, which `typeof` would not tell: arrays and null are no objects. */
const shape = (session: Session) =>
  JSON.stringify(session, (key, value) => (key ? value?.constructor.name : value));

/**
 * The stored session, if it is one of this site's and not past its days. What is unreadable, foreign, outdated
 * or oversized is as good as absent: it is replaced at the next write.
 */
export function readSession(): Session | undefined {
  try {
    const text = localStorage.getItem(SESSION) as string;
    // One of the first edition names no holder: it is taken over.
    const session: Session = { ...JSON.parse(text) };
    if (!("holder" in session)) (session as Session).holder = holderOf("");
    const age = Date.now() - session.since;
    return text.length < MAX_SESSION_LENGTH &&
      // As we write it: the same keys in the same order, of the same types.
      shape(session) === shape(BLANK) &&
      session.holder.startsWith(holderOf("")) &&
      /^(https?|file):/.test(new URL(session.landing).protocol) &&
      // Of a script that tells no channels it is empty.
      (!HAS.channels || !session.channel || isChannel(session.channel)) &&
      Number.isInteger(session.pages) &&
      session.pages > 0 &&
      session.pending.every(({ id }) => id) &&
      // A day's tolerance for a clock that was set back.
      age > -DAY_MS &&
      age < site.visitorDays * DAY_MS
      ? session
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the session, `pending` within its bounds: the oldest events are kept, and every record.
 *
 * @throws where storage is blocked, or a record does not fit: without its proof there is no consent
 */
export function writeSession(session: Session): void {
  const { pending } = session;
  while (pending.length > MAX_PENDING_ITEMS || JSON.stringify(pending).length > MAX_PENDING_LENGTH) {
    const last = pending.findLastIndex((item) => "type" in item);
    if (last < 0) throw Error();
    pending.splice(last, 1);
  }
  localStorage.setItem(SESSION, JSON.stringify(session));
}
