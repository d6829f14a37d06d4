import type { ConsentRecord, MgtEvent } from "../../vocabulary/events.ts";
import { emit } from "../api/emit.ts";
import { consent } from "../consent/engine.ts";
import { closeOutbox, open, openOutbox, post } from "../delivery/outbox.ts";
import type { Step } from "../entry/advance.ts";
import type { View } from "../entry/decide.ts";
import { site } from "../ground/site.ts";
import { uuid } from "../ground/uuid.ts";
import { forgetAll, remember, remembered, visitorId } from "../terminal/remember.ts";
import { BLANK, readSession, type Session } from "../terminal/session.ts";
import { takeView } from "./takeView.ts";

/**
 * The visitor, as far as he may be remembered. Before a "yes" page views are held in memory; with it they
 * are replayed onto what the terminal holds, written and sent; with a "no" everything goes at once.
 */

/** What the current page view amounts to, and whether the terminal holds it. */
export interface Standing extends Step {
  isStored: boolean;
}

/** Page views held in memory while the visitor has not decided; beyond, the oldest but the first go. */
const MAX_HELD = 100;

let held: View[] = [];
let first: View;
let latest: View;
/**
 * A "yes" is in force; `false` once it is used up, when the visitor was erased by another tab or by his own
 * wish, or the terminal did not keep him: only a new one counts then.
 */
let isLive: boolean | undefined;
let standing: Standing;

export function addView(view: View): void {
  first ||= view;
  latest = view;
  held.push(view);
  if (held.length > MAX_HELD) held.splice(1, 1);
}

/** Stops remembering and sending. From now on only this page's arrival and its current view are known. */
function halt(): void {
  isLive &&= false;
  closeOutbox();
  held = [...new Set([first, latest])];
}

const record = (status: ConsentRecord["status"], receipt: string, visitor?: string): ConsentRecord => ({
  id: uuid(),
  site: site.key,
  // What is undefined is left out of the JSON.
  ...(HAS.events && { visitor: visitor as string }),
  receipt,
  at: Date.now(),
  status,
  manager: consent.manager,
  manager_version: consent.version,
  key: consent.key,
  signal: consent.signal,
  notice: site.consent.notice,
  script: BUILD,
});

/**
 * Acts on what is allowed now: stores and sends, or erases, or only works it out in memory.
 *
 * @param mayAct false while nobody may act yet (a page that is prerendering)
 * @param isAct the site has just spoken: its "yes" is a new one
 */
export function settleVisit(mayAct: boolean, isAct?: boolean): Standing {
  const { status } = consent;
  const isNo = /^[dn]/.test(status);
  const isYes = status === "granted" || !(HAS.consent || isNo);
  // A stored session may show the right numbers in the first frame, until the manager has spoken.
  let found = HAS.storage ? remembered() : undefined;
  // Another tab has erased the visitor.
  if (!found && standing?.isStored) halt();
  if (isNo || isAct) isLive = undefined;
  // After a moment of doubt it is no new "yes".
  if (isYes) isLive ??= true;
  const isKept = HAS.storage && mayAct && isYes && isLive;
  if (isKept && open && !held[0]) return standing;
  if (HAS.storage && mayAct && !isKept) {
    if (isNo || isYes) halt();
    // Undecided again, as when a manager of a higher tier appears: nothing goes, nothing is sent.
    else closeOutbox();
    if (isNo) {
      // From the session alone: tarteaucitron deletes the cookie before it tells of a withdrawal.
      const receipt = readSession()?.consent;
      forgetAll();
      // Tried while the page lives, never stored.
      if (HAS.consent && receipt) void post("/v1/consents", record("withdrawn", receipt));
    }
  }
  // After a "no" that stored nothing, or before it could be acted on, what is stored is not looked at.
  if (isNo || isLive === false) found = undefined;
  const events: MgtEvent[] = [];
  let session: Session = found || BLANK;
  let entry = false;
  for (const view of held) ({ session, entry } = takeView(session, view, !!isKept, events));
  standing = { session, entry, isStored: !!(found || isKept) };
  if (isKept) {
    const visitor = found ? visitorId() : uuid();
    if (site.endpoint) {
      if (HAS.consent && !session.consent) {
        session.consent = uuid();
        session.pending.push(record("granted", session.consent, visitor));
      }
      session.pending.push(...events);
    }
    if (!remember(session, visitor)) {
      halt();
      return settleVisit(mayAct);
    }
    held = [];
    openOutbox();
    if (HAS.events) for (const event of events) if (event.type === "entry") emit("entry", event);
  }
  return standing;
}

/** Collects something that is no page view. */
export function collect(event: MgtEvent): void {
  const session = open && site.endpoint && remembered();
  if (session) {
    session.pending.push(event);
    remember(session);
    openOutbox();
  }
}

/** Posts the visitor's wish with his id. @returns the answer, if he was known and the endpoint answered */
async function postWish(route: string): Promise<Response | undefined> {
  return HAS.events && remembered() ? post(route, { site: site.key, visitor: visitorId() }) : undefined;
}

/** Erases here and at the endpoint, and remembers nobody until consent is given anew. */
export function forgetVisitor(): void {
  void postWish("/v1/forget");
  halt();
  forgetAll();
}

/** The endpoint's copy of what it holds on the visitor; `null` where there is nothing or no answer. */
export async function copyVisitor(): Promise<unknown> {
  const answer = open && (await postWish("/v1/export"));
  return answer?.ok ? answer.json().catch(() => null) : null;
}
