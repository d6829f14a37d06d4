import type { Adapter, Consent } from "../managers/Adapter.ts";
import { emit, off, on } from "./api/emit.ts";
import { loadOverlay } from "./api/loadOverlay.ts";
import type { Assignment, Level, Mgt } from "./api/types.ts";
import { createEngine } from "./consent/createEngine.ts";
import { askNumbers } from "./delivery/askNumbers.ts";
import { createOutbox } from "./delivery/createOutbox.ts";
import { tabLanding } from "./entry/tabLanding.ts";
import { callSafely } from "./ground/callSafely.ts";
import { listen } from "./ground/listen.ts";
import { rules, site } from "./ground/site.ts";
import { uuid } from "./ground/uuid.ts";
import { createView } from "./lifecycle/createView.ts";
import { onCallClick } from "./lifecycle/onCallClick.ts";
import { isArrival, onPageView } from "./lifecycle/onPageView.ts";
import { tabAddresses } from "./lifecycle/tabAddresses.ts";
import { whenActivated } from "./lifecycle/whenActivated.ts";
import { createNumbers } from "./numbers/createNumbers.ts";
import { remembered } from "./terminal/remember.ts";
import { isObjection } from "./visit/standing.ts";
import { createVisit, type Standing, type Visit } from "./visit/visit.ts";

/**
 * Composition: the one file that knows every room. A page view walks it downward: where from, what may
 * be done, which numbers, what is remembered, what is sent. What comes back up comes as an event.
 */

type Commands = Omit<Mgt, "on" | "off" | "swap" | "number" | "debug">;
/** What an assignment is made of: more, where a page view has been taken. */
type Found = Omit<Assignment, "level">;
type Assign = (level: Level, found: Found) => void;

/** Whether level 1 may be asked: it is switched on, and the visitor has not objected. */
function mayAskNumbers(consent: Consent): boolean {
  return consent.status === "denied"
    ? !isObjection(consent.manager) && site.probabilistic !== "off"
    : site.probabilistic === "always";
}

/** The visitor's side of a page whose numbers depend on conditions. */
function startVisit(
  adapters: readonly Adapter[],
  assign: Assign,
): { collectEvent: Visit["collectEvent"]; commands: Commands; begin: () => void } {
  const engine = createEngine(adapters);
  const outbox = createOutbox();
  const visit = createVisit(engine, outbox, (event) => emit("entry", event));
  /** The queue has been replayed: now it may be shown and told. */
  let hasBegun = false;
  /** The page is really shown, not prerendered: only then anything may be stored or sent. */
  let isActive = false;
  /** Questions for numbers asked of the endpoint: only the latest answer counts. */
  let questions = 0;
  /** The last page view that was counted without being reported. */
  let countedUrl = "";

  async function ask({ session, entry, isStored }: Standing): Promise<void> {
    const question = ++questions;
    if (isStored || !site.endpoint || !mayAskNumbers(engine.consentInForce())) return;
    const { condition, source } = session;
    const answer = await askNumbers({ condition, source, method: entry ? "entry" : "" });
    // Meanwhile the visitor may have gone on, or changed his mind.
    if (answer && question === questions) callSafely(assign, 1, { ...session, ...answer });
  }

  const settle = (hasSpoken?: boolean): void =>
    callSafely(() => {
      if (!hasBegun) return;
      const standing = visit.settle(isActive, hasSpoken);
      assign(standing.isStored ? 2 : 0, standing.session);
      if (HAS.probabilistic && isActive) void ask(standing);
    });

  function view(url: string): void {
    // A consent may have ended without a word.
    engine.askAgain();
    visit.addView(createView(false, url));
    settle();
  }

  const first = createView(isArrival(), location.href);
  if (HAS.tabLanding) first.tab = tabLanding(tabAddresses(), HAS.lastTouch && rules.entry === "last");
  visit.addView(first);

  function begin(): void {
    hasBegun = true;
    engine.hearManagers((isAct) => {
      settle(isAct);
      const { status, manager } = engine.consentInForce();
      emit("consent", { status, manager });
    });
    // What can be known on the device, at once: the first frame shows it.
    settle();
    whenActivated(() => {
      // The queue has been replayed: an objection in it comes before anything is stored or sent.
      isActive = true;
      first.at = Date.now();
      settle();
      if (HAS.storage) {
        // Another tab may erase the visitor.
        listen(["storage"], () => {
          if (outbox.isOpen() && !remembered()) settle();
        });
      }
      onPageView(() => {
        countedUrl = location.href;
        view(countedUrl);
      });
    });
  }

  return {
    begin,
    collectEvent: visit.collectEvent,
    commands: {
      // Nothing but a plain yes is one.
      consent: (isGranted) => engine.sayConsent(isGranted === true),
      object: () => engine.sayConsent(false, "objection"),
      page(url) {
        const { href } = new URL(url || "", location.href);
        // Sites that report their own navigation would count it twice.
        if (href !== countedUrl) view(href);
        countedUrl = "";
      },
      forget() {
        visit.forgetVisitor();
        settle();
      },
      export: async (callback) => callSafely(callback, await visit.copyVisitor()),
    },
  };
}

/**
 * Starts, once, with the site in `site.ts`.
 *
 * @returns what `window.mgt` offers; and what begins to show and to tell, once the page's queue has been replayed
 */
export function start(adapters: readonly Adapter[]): { mgt: Mgt; begin: () => void } {
  let assignment: Assignment | undefined;
  let taken: Found | undefined;
  const { show, swap, subscribe, dialledIn } = createNumbers((changed) =>
    emit("swap", { ...(assignment as Assignment), changed }),
  );

  function assign(level: Level, found: Found): void {
    const { condition, source, channel, to_swap } = found;
    const isFirst = !assignment;
    assignment = { level, condition, source, channel, to_swap };
    if (HAS.debug) taken = found;
    if (isFirst) emit("ready", { ...assignment, mode: site.mode });
    show(to_swap);
  }

  const visit = HAS.conditions ? startVisit(adapters, assign) : undefined;
  onCallClick((href) => {
    const found = dialledIn(href);
    if (!found) return;
    const { number, tracked } = found;
    const call = { number, tracked, condition: (assignment as Assignment).condition };
    if (HAS.callClicks) visit?.collectEvent({ id: uuid(), type: "call_click", at: Date.now(), ...call });
    emit("call", call);
  });
  return {
    mgt: {
      on,
      off,
      swap,
      number: subscribe,
      ...(HAS.debug && {
        debug: () => loadOverlay((overlay) => overlay.open(() => [site, assignment, taken, on, adapters])),
      }),
      ...visit?.commands,
    } as Mgt,
    begin() {
      if (visit) visit.begin();
      else assign(0, { condition: "", source: "", channel: "", to_swap: rules.always });
    },
  };
}
