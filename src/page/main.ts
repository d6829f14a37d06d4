import { callSafely } from "./callSafely.ts";
import type { Adapter } from "./consent/Adapter.ts";
import { type Consent, hearManagers, objectNow, sayConsent, UNKNOWN } from "./consent/engine.ts";
import { askNumbers } from "./delivery/askNumbers.ts";
import { watchLeaving } from "./delivery/outbox.ts";
import { emit, off, on } from "./emit.ts";
import { swapsOf } from "./entry/swapsOf.ts";
import { createView } from "./lifecycle/createView.ts";
import { onCallClick } from "./lifecycle/onCallClick.ts";
import { isArrival, onPageView } from "./lifecycle/onPageView.ts";
import { whenActivated } from "./lifecycle/whenActivated.ts";
import { dialledNumber, show, subscribe, swap } from "./numbers/show.ts";
import { site } from "./site.ts";
import { onForgotten } from "./terminal/remember.ts";
import type { Assignment, Mgt } from "./types.ts";
import { uuid } from "./uuid.ts";
import {
  addView,
  collect,
  copyVisitor,
  forgetVisitor,
  halt,
  isRemembering,
  type Standing,
  settleVisit,
} from "./visit.ts";

/**
 * Composition: the one file that knows every room. A page view walks it downward: where from, what may
 * be done, which numbers, what is remembered, what is sent. What comes back up comes as an event.
 */

let assignment: Assignment | undefined;
let consent: Consent = UNKNOWN;
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
  if (isStored || !site.endpoint || !(isRefused || (site.probabilistic === "always" && status !== "denied")))
    return;
  const answer = await askNumbers({
    condition: session.condition,
    source: session.source,
    method: entry ? "entry" : "",
  });
  // Meanwhile the visitor may have gone on, or changed his mind.
  if (answer && asked === question) {
    const { condition, source, to_swap } = answer;
    assign({ level: 1, condition, source, channel: session.channel, to_swap });
  }
}

function settle(): void {
  const standing = settleVisit(isActive ? consent : undefined);
  const { condition, source, channel, to_swap } = standing.session;
  assign({ level: standing.isStored ? 2 : 0, condition, source, channel, to_swap });
  if (HAS.probabilistic && isActive) void ask(standing);
}

function view(arrival: boolean, url: string): void {
  addView(createView(arrival, url));
  settle();
}

function countView(): void {
  counted = location.href;
  callSafely(view, false, counted);
}

function startVisit(adapters: readonly Adapter[]): void {
  const first = createView(isArrival(), location.href);
  addView(first);
  hearManagers(adapters, (next) => {
    consent = next;
    callSafely(settle);
    emit("consent", { status: next.status, manager: next.manager });
  });
  // What can be known on the device, at once: the first frame shows it.
  if (!assignment) settle();
  whenActivated(() => {
    isActive = true;
    first.at = Date.now();
    callSafely(settle);
    onPageView(countView);
    if (HAS.storage) {
      watchLeaving();
      onForgotten(() => {
        if (isRemembering()) {
          halt();
          callSafely(settle);
        }
      });
    }
  });
}

function countCall(href: string): void {
  const call = dialledNumber(href);
  if (!call) return;
  const detail = { ...call, condition: assignment?.condition || "" };
  if (HAS.callClicks && site.callClicks)
    collect({ id: uuid(), type: "call_click", at: Date.now(), ...detail });
  emit("call", detail);
}

/** Starts, once, with the site in `site.ts`. */
export function start(adapters: readonly Adapter[]): Mgt {
  if (HAS.conditions && site.mode !== "invisible") startVisit(adapters);
  else assign({ level: 0, condition: "", source: "", channel: "", to_swap: swapsOf(site, undefined) });
  onCallClick((href) => callSafely(countCall, href));
  const mgt = { on, off, swap, number: subscribe } as Mgt;
  if (HAS.conditions) {
    mgt.consent = sayConsent;
    mgt.object = objectNow;
    mgt.page = (url) => {
      const { href } = new URL(url || "", location.href);
      // Sites that report their own navigation would count it twice.
      if (href !== counted) view(false, href);
      counted = "";
    };
    mgt.forget = () => {
      forgetVisitor();
      settle();
    };
    mgt.export = (callback) =>
      void copyVisitor()
        .catch(() => null)
        .then((copy) => callSafely(callback, copy));
  }
  return mgt;
}
