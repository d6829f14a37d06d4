import type { ConsentRecord, EntryEvent, MgtEvent } from "../../vocabulary/events.ts";
import type { Engine } from "../consent/createEngine.ts";
import type { Outbox } from "../delivery/createOutbox.ts";
import { post } from "../delivery/post.ts";
import type { Step } from "../entry/advance.ts";
import type { View } from "../entry/decide.ts";
import type { Session } from "../ground/Session.ts";
import { site } from "../ground/site.ts";
import { uuid } from "../ground/uuid.ts";
import { trackingIds } from "../ids/trackingIds.ts";
import { forgetAll, knownVisitor, remember, remembered, visitorId } from "../terminal/remember.ts";
import { BLANK, readSession } from "../terminal/session.ts";
import { type Deed, isObjection, standingOf, wordOf, type Yes } from "./standing.ts";
import { takeView } from "./takeView.ts";

/** What the current page view amounts to, and whether the terminal holds it. */
export interface Standing extends Step {
  isStored: boolean;
}

export interface Visit {
  addView(view: View): void;
  /**
   * Does what is allowed now: stores and sends, or erases, or only works it out in memory.
   *
   * @param mayAct false while nobody may act yet (a page that is prerendering)
   * @param hasSpoken the site has just spoken: its "yes" is a new one
   */
  settle(mayAct: boolean, hasSpoken?: boolean): Standing;
  /** Collects something that is no page view. */
  collectEvent(event: MgtEvent): void;
  /** Erases here and at the endpoint; who settles then remembers nobody until consent is given anew. */
  forgetVisitor(): void;
  /** The endpoint's copy of what it holds on the visitor; `null` where there is nothing or no answer. */
  copyVisitor(): Promise<unknown>;
}

/** Page views held in memory while the visitor has not decided; beyond, the oldest but the first go. */
const MAX_HELD_VIEWS = 100;
/** Ids that an entry lacks are looked for until it is so old. */
const MAX_LATE_MS = 1e4;

/**
 * The visitor, as far as he may be remembered: does what the tables in `standing.ts` say. Before a "yes" page
 * views are held in memory; with it they are replayed onto what the terminal holds, written and sent; with a
 * "no" everything goes at once.
 */
export function createVisit(engine: Engine, outbox: Outbox, onEntry: (event: EntryEvent) => void): Visit {
  let held: View[] = [];
  let first: View;
  let latest: View;
  let latestYes: Yes = "awaited";
  /** By the visitor's own wish, or the terminal did not keep him. */
  let isErased = false;
  let standing: Standing = { session: BLANK, entry: false, isStored: false };

  function addView(view: View): void {
    first ||= view;
    latest = view;
    held.push(view);
    if (held.length > MAX_HELD_VIEWS) held.splice(1, 1);
  }

  function record(status: ConsentRecord["status"], receipt: string, visitor?: string): ConsentRecord {
    const { manager, version, key, signal } = engine.consentInForce();
    return {
      id: uuid(),
      site: site.key,
      // What is undefined is left out of the JSON.
      ...(HAS.events && { visitor: visitor as string }),
      receipt,
      at: Date.now(),
      status,
      manager,
      manager_version: version,
      key,
      signal,
      notice: site.consent.notice,
      script: BUILD,
    };
  }

  /** From now on only this page's arrival and its current view are known, and nothing is sent. */
  function halt(): void {
    outbox.closeOutbox();
    held = [...new Set([first, latest])];
  }

  function forget(): void {
    // From the session alone: tarteaucitron deletes the cookie before it tells of a withdrawal.
    const receipt = readSession()?.consent;
    forgetAll();
    // Once, and never stored: the receipt is gone from the terminal. `keepalive` lets it outlive the page.
    if (HAS.consent && receipt) void post("/v1/consents", record("withdrawn", receipt));
  }

  /** The page views held, on top of what is stored. @param events what the mode collects of them is added here */
  function replay(found: Session | undefined, isKept: boolean, events: MgtEvent[]): void {
    let step: Step = { session: found || BLANK, entry: false };
    // After a no, and while nobody has been asked, only as the site has it; never against an objection.
    const isTabRead = isKept || (HAS.tab && !isObjection(engine.consentInForce().manager));
    for (const view of held) step = takeView(step.session, view, isTabRead, isKept, events);
    standing = { ...step, isStored: isKept || !!found };
  }

  function keep(session: Session, visitor: string, events: readonly MgtEvent[]): void {
    if (site.endpoint) {
      if (HAS.consent && !session.consent) {
        session.consent = uuid();
        session.pending.push(record("granted", session.consent, visitor));
      }
      session.pending.push(...events);
    }
    isErased = !remember(session, visitor);
    if (isErased) return;
    held = [];
    outbox.openOutbox();
    if (HAS.events)
      for (const event of events)
        if (event.type === "entry") {
          onEntry(event);
          if (HAS.lateIds) lookForIds(event, session);
        }
  }

  /** The session, while this page remembers its visitor: a consent may have ended without a word. */
  function sessionNow(): Session | false | undefined {
    engine.askAgain();
    return outbox.isOpen() && remembered();
  }

  /** Other scripts may set their cookies later than ours reads them. @param kept the session that the entry is in */
  function lookForIds({ id: entry, at, landing, tracking_ids: known }: EntryEvent, kept: Session): void {
    const look = () => {
      const session = sessionNow();
      // Of another consent it is another visitor.
      if (session && session.consent === kept.consent && Date.now() < at + MAX_LATE_MS) {
        const tracking_ids = trackingIds(new URL(landing));
        for (const name in known) delete tracking_ids[name];
        if (Object.keys(tracking_ids)[0]) {
          Object.assign(known, tracking_ids);
          // The same ids, if the entry is the reference one; another tab may have replaced it, or found more.
          if (kept.tracking_ids === known && session.landing === kept.landing)
            session.tracking_ids = { ...known, ...session.tracking_ids };
          keep(session, visitorId(), [{ id: uuid(), type: "ids", at: Date.now(), entry, tracking_ids }]);
        }
      }
    };
    // At most so often, whenever the consent came.
    for (const wait of [1e3, 3e3, 8e3]) setTimeout(look, wait);
  }

  /** What is to be done now; what becomes of the latest "yes" is taken down. */
  function deedsNow(mayAct: boolean, hasSpoken: boolean, isStored: boolean): readonly Deed[] {
    const decision = standingOf({
      word: wordOf(engine.consentInForce().status, HAS.consent),
      latestYes,
      mayAct,
      hasSpoken,
      wasErased: isErased || (standing.isStored && !isStored),
    });
    ({ latestYes } = decision);
    isErased = false;
    return decision.deeds;
  }

  function act(mayAct: boolean, hasSpoken: boolean): void {
    const stored = HAS.storage ? remembered() : undefined;
    const deeds = deedsNow(mayAct, hasSpoken, !!stored);
    const does = (deed: Deed) => deeds.includes(deed);
    const events: MgtEvent[] = [];
    if (!does("keep")) outbox.closeOutbox();
    if (does("halt")) halt();
    // Kept already, and nothing has been viewed since: what was worked out then stands, whatever is stored now.
    else if (outbox.isOpen() && !held[0]) return;
    if (does("forget")) forget();
    const found = does("replay") ? stored : undefined;
    replay(found, does("keep"), events);
    if (does("keep")) keep(standing.session, knownVisitor() || uuid(), events);
  }

  /** Posts the visitor's wish with his id. @returns the answer, if he was known and the endpoint answered */
  async function postWish(route: string): Promise<Response | undefined> {
    return HAS.events && remembered() ? post(route, { site: site.key, visitor: visitorId() }) : undefined;
  }

  return {
    addView,
    settle(mayAct, hasSpoken = false) {
      const mayStore = HAS.storage && mayAct;
      act(mayStore, hasSpoken);
      // The terminal did not keep him.
      if (isErased) act(mayStore, false);
      return standing;
    },
    collectEvent(event) {
      const session = sessionNow();
      if (session) keep(session, visitorId(), [event]);
    },
    forgetVisitor() {
      void postWish("/v1/forget");
      outbox.closeOutbox();
      forgetAll();
      isErased = HAS.storage;
    },
    async copyVisitor() {
      const answer = HAS.events && outbox.isOpen() ? await postWish("/v1/export") : undefined;
      return answer?.ok ? answer.json().catch(() => null) : null;
    },
  };
}
