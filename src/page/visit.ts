import type { ConsentRecord, MgtEvent } from "../vocabulary/events.ts";
import { consent } from "./consent/engine.ts";
import { closeOutbox, flush, post } from "./delivery/outbox.ts";
import { emit } from "./emit.ts";
import { advance, type Step } from "./entry/advance.ts";
import type { View } from "./entry/decide.ts";
import { site } from "./site.ts";
import { forgetAll, remember, remembered } from "./terminal/remember.ts";
import { BLANK, readSession } from "./terminal/session.ts";
import { uuid } from "./uuid.ts";

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
/** This page has written. */
let isKept = false;
/** Erased by another tab or by the visitor's wish: nothing more until a new grant. */
let isHalted = false;
let wasGranted = false;
let standing: Standing;

export function addView(view: View): void {
  first ||= view;
  latest = view;
  held.push(view);
  if (held.length > MAX_HELD) held.splice(1, 1);
}

/** Stops remembering and sending. From now on only this page's arrival and its current view are known. */
function halt(): void {
  isHalted = true;
  isKept = false;
  closeOutbox();
  held = [...new Set([first, latest])];
}

/** The site has spoken anew: a "yes" is heard even if it was in force before the visitor was forgotten. */
export function hearAnew(): void {
  isHalted = false;
}

/** Another tab has erased the visitor. @returns whether that concerns this page */
export function haltIfKept(): boolean {
  const concerns = isKept && !remembered();
  if (concerns) halt();
  return concerns;
}

const record = (status: ConsentRecord["status"], receipt: string, visitor?: string): ConsentRecord => ({
  id: uuid(),
  site: site.key,
  ...(HAS.events && visitor && { visitor }),
  receipt,
  at: Date.now(),
  status,
  manager: consent.manager,
  // What is undefined is left out of the JSON.
  manager_version: consent.version,
  key: consent.key,
  signal: consent.signal,
  notice: site.consent.notice,
  script: BUILD,
});

/** Replays the held views onto what is stored. */
function replay(keep: boolean): MgtEvent[] {
  // After a "no" that stored nothing, or before it could be acted on, what is stored is not looked at.
  const found = HAS.storage && !isHalted && !/^(de|no)/.test(consent.status) ? remembered() : undefined;
  const events: MgtEvent[] = [];
  let step: Step = { session: found?.session || BLANK, entry: false };
  for (const view of held) step = advance(step.session, view, keep, events);
  standing = { ...step, isStored: !!found };
  return events;
}

/** Stores, and sends what the mode collects. @returns false where the terminal does not, or no longer, keep it */
function keep(): boolean {
  const visitor = remembered()?.visitor;
  if (isKept && !visitor) return false;
  const events = replay(true);
  const { session } = standing;
  const id = visitor || uuid();
  if (site.endpoint) {
    if (HAS.consent && !session.consent) {
      session.consent = uuid();
      session.pending.push(record("granted", session.consent, id));
    }
    session.pending.push(...events);
  }
  if (!remember({ visitor: id, session })) return false;
  standing.isStored = isKept = true;
  held = [];
  flush();
  for (const event of events) if (event.type === "entry") emit("entry", event);
  return true;
}

/**
 * Acts on what is allowed now: stores and sends, or erases, or only works it out in memory.
 *
 * @param mayAct false while nobody may act yet (a page that is prerendering)
 */
export function settleVisit(mayAct: boolean): Standing {
  const { status } = consent;
  const isGranted = status === "granted";
  if (isGranted && !wasGranted) isHalted = false;
  // A moment of doubt between is no new "yes".
  if (/^[dgn]/.test(status)) wasGranted = isGranted;
  if (HAS.storage && mayAct)
    if (/^[dn]/.test(status)) {
      // From the session alone: tarteaucitron deletes the cookie before it tells of a withdrawal.
      const receipt = readSession()?.consent;
      halt();
      forgetAll();
      if (HAS.consent && receipt && site.endpoint)
        // Tried while the page lives, never stored.
        void post("/v1/consents", record("withdrawn", receipt));
    } else if (isGranted || !HAS.consent) {
      if (!isHalted && (!held[0] || keep())) return standing;
      halt();
    } else {
      // Undecided again, as when a manager of a higher tier appears: nothing goes, nothing is sent.
      isKept = false;
      closeOutbox();
    }
  // A stored session may show the right numbers in the first frame, until the manager has spoken.
  replay(false);
  return standing;
}

/** Collects something that is no page view. */
export function collect(event: MgtEvent): void {
  const found = isKept && site.endpoint && remembered();
  if (found) {
    found.session.pending.push(event);
    remember(found);
    flush();
  }
}

/** Posts the visitor's wish with his id. @returns the answer, if he was known and the endpoint answered */
async function postWish(route: string): Promise<Response | undefined> {
  const visitor = HAS.events && site.endpoint && remembered()?.visitor;
  return visitor ? post(route, { site: site.key, visitor }) : undefined;
}

/** Erases here and at the endpoint, and remembers nobody until consent is given anew. */
export function forgetVisitor(): void {
  void postWish("/v1/forget");
  halt();
  forgetAll();
}

/** The endpoint's copy of what it holds on the visitor; `null` where there is nothing or no answer. */
export async function copyVisitor(): Promise<unknown> {
  const answer = isKept ? await postWish("/v1/export") : undefined;
  return answer?.ok ? answer.json() : null;
}
