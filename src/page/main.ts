import type { Adapter } from "../managers/Adapter.ts";
import { emit, off, on } from "./api/emit.ts";
import type { Assignment, Mgt } from "./api/types.ts";
import { consent, hearManagers, sayConsent } from "./consent/engine.ts";
import { askNumbers } from "./delivery/askNumbers.ts";
import { open, watchLeaving } from "./delivery/outbox.ts";
import { callSafely } from "./ground/callSafely.ts";
import { listen } from "./ground/listen.ts";
import { rules, site } from "./ground/site.ts";
import { uuid } from "./ground/uuid.ts";
import { createView } from "./lifecycle/createView.ts";
import { onCallClick } from "./lifecycle/onCallClick.ts";
import { isArrival, onPageView } from "./lifecycle/onPageView.ts";
import { whenActivated } from "./lifecycle/whenActivated.ts";
import { dialledIn, show, subscribe, swap } from "./numbers/show.ts";
import { remembered } from "./terminal/remember.ts";
import { addView, collect, copyVisitor, forgetVisitor, type Standing, settleVisit } from "./visit/visit.ts";

/**
 * Composition: the one file that knows every room. A page view walks it downward: where from, what may
 * be done, which numbers, what is remembered, what is sent. What comes back up comes as an event.
 */

let assignment: Assignment | undefined;
/** The page is really shown, not prerendered: only then anything may be stored or sent. */
let isActive = false;
/** Numbers the questions asked of the endpoint: only the latest answer counts. */
let question = 0;
/** The last page view that was counted without being reported. */
let counted = "";

function assign(next: Assignment): void {
  const isFirst = !assignment;
  assignment = next;
  if (isFirst) emit("ready", { ...next, mode: site.mode });
  show(next.to_swap, (changed) => emit("swap", { ...(assignment as Assignment), changed }));
}

/** Level 1, where it is switched on and the visitor has not objected. */
async function ask({ session, entry, isStored }: Standing): Promise<void> {
  const { status, manager } = consent;
  const asked = ++question;
  const isRefused = status === "denied" && manager !== "gpc" && manager !== "objection";
  const isWanted = isRefused
    ? site.probabilistic !== "off"
    : site.probabilistic === "always" && status !== "denied";
  if (isStored || !site.endpoint || !isWanted) return;
  const { condition, source, channel } = session;
  const answer = await askNumbers({ condition, source, method: entry ? "entry" : "" });
  // Meanwhile the visitor may have gone on, or changed his mind.
  if (answer && asked === question)
    callSafely(assign, {
      level: 1,
      condition: answer.condition,
      source: answer.source,
      channel,
      to_swap: answer.to_swap,
    });
}

const settle = (isAct?: boolean): void =>
  callSafely(() => {
    const standing = settleVisit(isActive, isAct);
    const { condition, source, channel, to_swap } = standing.session;
    assign({ level: standing.isStored ? 2 : 0, condition, source, channel, to_swap });
    if (HAS.probabilistic && isActive) void ask(standing);
  });

function view(url: string): void {
  addView(createView(false, url));
  settle();
}

function startVisit(adapters: readonly Adapter[]): void {
  const first = createView(isArrival(), location.href);
  addView(first);
  hearManagers(adapters, (isAct) => {
    settle(isAct);
    emit("consent", { status: consent.status, manager: consent.manager });
  });
  // What can be known on the device, at once: the first frame shows it.
  settle();
  whenActivated(() => {
    // The queue has been replayed: an objection in it comes before anything is stored or sent.
    isActive = true;
    first.at = Date.now();
    settle();
    if (HAS.storage) {
      if (HAS.consent || HAS.events) watchLeaving();
      // Another tab may erase the visitor.
      listen(["storage"], () => {
        if (open && !remembered()) settle();
      });
    }
    onPageView(() => {
      counted = location.href;
      view(counted);
    });
  });
}

function countCall(href: string): void {
  const found = dialledIn(href);
  if (!found) return;
  const { number, tracked } = found;
  const call = { number, tracked, condition: (assignment as Assignment).condition };
  if (HAS.callClicks) collect({ id: uuid(), type: "call_click", at: Date.now(), ...call });
  emit("call", call);
}

/** What only a page whose numbers depend on conditions can ask. */
const visitCommands: Omit<Mgt, "on" | "off" | "swap" | "number"> = {
  // Nothing but a plain yes is one.
  consent: (granted) => sayConsent(granted === true),
  object: () => sayConsent(false, "objection"),
  page(url) {
    const { href } = new URL(url || "", location.href);
    // Sites that report their own navigation would count it twice.
    if (href !== counted) view(href);
    counted = "";
  },
  forget() {
    forgetVisitor();
    settle();
  },
  export: async (callback) => callSafely(callback, await copyVisitor()),
};

/** Starts, once, with the site in `site.ts`. */
export function start(adapters: readonly Adapter[]): Mgt {
  if (HAS.conditions) startVisit(adapters);
  else assign({ level: 0, condition: "", source: "", channel: "", to_swap: rules.always });
  onCallClick(countCall);
  return { on, off, swap, number: subscribe, ...(HAS.conditions && visitCommands) } as Mgt;
}
