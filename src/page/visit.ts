import type { ConsentRecord, MgtEvent } from "../vocabulary/events.ts";
import type { Consent } from "./consent/engine.ts";
import { closeOutbox, flush, post } from "./delivery/outbox.ts";
import { emit } from "./emit.ts";
import { advance, type Step } from "./entry/advance.ts";
import type { View } from "./entry/decide.ts";
import { site } from "./site.ts";
import { forgetAll, remember, remembered } from "./terminal/remember.ts";
import { BLANK, type Session } from "./terminal/session.ts";
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
export function halt(): void {
  isHalted = true;
  isKept = false;
  closeOutbox();
  held = first === latest ? [first] : [first, latest];
}

const record = (
  status: ConsentRecord["status"],
  receipt: string,
  by: Consent,
  visitor?: string,
): ConsentRecord => ({
  id: uuid(),
  site: site.key,
  ...(HAS.events && visitor && { visitor }),
  receipt,
  at: Date.now(),
  status,
  manager: by.manager,
  manager_version: by.version || "",
  key: by.key || "",
  signal: by.signal || "",
  notice: site.consent.notice,
  script: BUILD,
});

/** Replays the held views onto what is stored. */
function replay(session: Session | undefined, keep: boolean): Standing {
  let step: Step = { session: session || BLANK, events: [], entry: false };
  for (const view of held) {
    const next = advance(step.session, view, keep);
    step = { ...next, events: [...step.events, ...next.events] };
  }
  return { ...step, isStored: !!session };
}

/** Stores, and sends what the mode collects. @returns false where the terminal does not, or no longer, keep it */
function keep(consent: Consent): boolean {
  const found = remembered();
  if (isKept && !found) return false;
  const visitor = found?.visitor || uuid();
  standing = { ...replay(found?.session, true), isStored: true };
  const { session, events } = standing;
  if (site.endpoint) {
    if (HAS.consent && !session.consent) {
      session.consent = uuid();
      session.pending.push(record("granted", session.consent, consent, visitor));
    }
    session.pending.push(...events);
  }
  if (!remember({ visitor, session })) return false;
  isKept = true;
  held = [];
  flush();
  for (const event of events) if (event.type === "entry") emit("entry", event);
  return true;
}

/**
 * Acts on what is allowed now: stores and sends, or erases, or only works it out in memory.
 *
 * @param consent none while nobody may act yet (a page that is prerendering)
 */
export function settleVisit(consent: Consent | undefined): Standing {
  const status = consent?.status;
  const isDenied = status === "denied" || status === "not_applicable";
  const isGranted = status === "granted";
  if (isGranted && !wasGranted) isHalted = false;
  wasGranted = isGranted;
  if (HAS.storage && consent) {
    if (isDenied) {
      const receipt = remembered()?.session.consent;
      halt();
      forgetAll();
      if (HAS.consent && receipt && site.endpoint)
        // Tried while the page lives, never stored.
        post("/v1/consents", record("withdrawn", receipt, consent)).catch(() => {});
    } else if (isGranted || !HAS.consent) {
      if (!isHalted && (!held[0] || keep(consent))) return standing;
      halt();
    }
  }
  // A stored session may show the right numbers in the first frame, until the manager has spoken.
  standing = replay(HAS.storage && !isHalted ? remembered()?.session : undefined, false);
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

/** Erases here and at the endpoint, and remembers nobody until consent is given anew. */
export function forgetVisitor(): void {
  const visitor = remembered()?.visitor;
  halt();
  forgetAll();
  if (HAS.events && visitor && site.endpoint) post("/v1/forget", { site: site.key, visitor }).catch(() => {});
}

/** The endpoint's copy of what it holds on the visitor; `null` where there is nothing or no answer. */
export async function copyVisitor(): Promise<unknown> {
  const visitor = isKept && HAS.events && site.endpoint && remembered()?.visitor;
  const answer = visitor && (await post("/v1/export", { site: site.key, visitor }));
  return answer && answer.ok ? answer.json() : null;
}

/** Whether this page has written, and so another tab's erasing concerns it. */
export const isRemembering = (): boolean => isKept;
