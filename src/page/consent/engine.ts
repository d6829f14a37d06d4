import type { Adapter, Choice, Consent, ConsentStatus } from "../../managers/Adapter.ts";
import { callSafely } from "../ground/callSafely.ts";
import { listen } from "../ground/listen.ts";
import { site } from "../ground/site.ts";
import { weigh } from "./weigh.ts";

const UNKNOWN: Consent = { status: "unknown", manager: "" };
const MAX_SIGNAL = 8192;
const MAX_VERSION = 64;
/** After so long without an answer (ms) what was said before no longer counts. */
const PATIENCE = 1000;

let adapters: readonly Adapter[];
/** Of each adapter, once it has been read. */
const answers: Consent[] = [];
/** One for each adapter: looks whether its manager has come, `true` from then on. */
let lookouts: (() => boolean)[] = [];
/** The site's own word. */
let said: Consent | undefined;
/** The last decision of the managers together. */
let decided: ConsentStatus;
let onChange: ((isAct?: boolean) => void) | undefined;

/** What is in force. */
export let consent = UNKNOWN;

const ofManagers = () => (HAS.auto ? weigh(adapters, answers) : answers[0]) || UNKNOWN;

function settle(isAct?: boolean): void {
  let next = said || ofManagers();
  if (
    HAS.gpc &&
    site.consent.gpc &&
    (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl &&
    // Only a grant for us by name overrides the browser's general objection; a refusal beside it stays one.
    !(next.status === "granted" && next.own)
  )
    next = { status: "denied", manager: "gpc" };
  if (onChange && (isAct || next.status !== consent.status || next.manager !== consent.manager)) {
    consent = next;
    onChange(isAct);
  }
}

const statusOf = (choice: Choice, isFound: boolean): ConsentStatus =>
  // Nothing but a plain yes is one.
  choice === true
    ? "granted"
    : choice === false
      ? "denied"
      : choice === null
        ? "not_applicable"
        : isFound
          ? "pending"
          : "unknown";

/** @returns the managers that have not come */
const look = () => lookouts.filter((isThere) => !isThere());

/** Hears one manager from now on. @returns its lookout */
function hearManager(adapter: Adapter, index: number): () => boolean {
  const settings = site.consent;
  let isFound = false;
  let asked = 0;

  const hear = () => {
    const turn = ++asked;
    const take = (choice?: Choice) => {
      // Of several readings the last one counts.
      if (turn !== asked) return;
      // Not before it was read: whether it answers for us by name may depend on what it finds.
      const own = !adapter.tier;
      const key = own ? settings.key : settings.category;
      const words = callSafely(() => adapter.describe?.(settings));
      answers[index] = {
        own,
        key,
        ...words,
        status: statusOf(choice, isFound),
        manager: adapter.name,
        signal: `${words?.signal ?? `${key}=${choice === true}`}`.slice(0, MAX_SIGNAL),
        version: `${words?.version || ""}`.slice(0, MAX_VERSION),
      };
      // Whoever has come meanwhile is read before this is acted on.
      look();
      const { status } = ofManagers();
      if (status !== decided && /^[gd]/.test(status)) {
        decided = status;
        // Between the managers' decision and the site's call the later act wins. What a manager says first
        // may be a choice of long ago, repeating is no act, and an objection stands whatever they say.
        if (turn > 1 && said?.manager === "api") said = undefined;
      }
      settle();
    };
    const reading = callSafely(adapter.read, settings);
    if (HAS.lateAnswers && typeof (reading as PromiseLike<Choice> | undefined)?.then === "function") {
      let isAwaited = true;
      const answer = (choice?: Choice) => {
        isAwaited = false;
        take(choice);
      };
      const giveUp = () => isAwaited && take();
      // It is there, and its first answer is waited for.
      if (answers[index]) setTimeout(giveUp, PATIENCE);
      else giveUp();
      (reading as PromiseLike<Choice>).then(answer, () => answer());
    } else take(reading as Choice);
  };

  listen(adapter.events?.(settings) || [], () => {
    hear();
    // Some managers fire before their state changes.
    queueMicrotask(hear);
  });
  callSafely(() => adapter.install?.(hear, settings));
  return () => {
    try {
      if (!isFound && adapter.detect()) {
        // First: a manager may answer while it is subscribed to, and that answer looks around again.
        isFound = true;
        adapter.watch?.(hear, settings);
        hear();
      }
    } catch {
      // Half loaded: it is asked again.
      isFound = false;
    }
    return isFound;
  };
}

/** Hears the managers from now on; `callback` is told each change of what is in force, at once if there is any. */
export function hearManagers(heard: readonly Adapter[], callback: (isAct?: boolean) => void): void {
  adapters = heard;
  lookouts = heard.map(hearManager);
  // A manager may come at any time. Waiting only ever ends in an answer, never in a grant.
  const wake = (wait: number) => {
    if (look()[0]) setTimeout(wake, wait, Math.min(wait * 1.5, 2000));
  };
  wake(75);
  // Everyone present has been read: now the first decision is acted on.
  onChange = callback;
  settle();
}

/**
 * The site's own word, `mgt('consent', …)`; or an objection, `mgt('object')`: a refusal that stands until
 * the page is left or the site says yes.
 */
export function sayConsent(granted: boolean, manager = "api"): void {
  if (granted || said?.manager !== "objection")
    said = { status: granted ? "granted" : "denied", own: true, manager };
  settle(true);
}
