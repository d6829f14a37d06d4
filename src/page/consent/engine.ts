import { callSafely } from "../callSafely.ts";
import { site } from "../site.ts";
import type { Adapter, Answer, Choice, ConsentStatus } from "./Adapter.ts";

/** What is in force, and who said so. */
export interface Consent extends Answer {
  /** Name of the manager, or `"api"`, `"objection"`, `"gpc"`; `""` before anybody spoke. */
  manager: string;
}

const UNKNOWN: Consent = { status: "unknown", manager: "" };
const MAX_SIGNAL = 8192;
const MAX_VERSION = 64;
/** After so long without an answer (ms) what was said before no longer counts. */
const PATIENCE = 1000;

const answers = new Map<Adapter, Consent>();
let adapters: readonly Adapter[] = [];
/** Managers that have not come: each entry looks whether its own has. */
let missing: (() => boolean)[] = [];
let said: Consent | undefined;
/** The last decision of the managers together. */
let decided: ConsentStatus | undefined;
let onChange: ((isAct?: boolean) => void) | undefined;

/** What is in force. */
export let consent = UNKNOWN;

/** In `auto`: the highest tier that is present decides; within it deny wins, and who has not decided is waited for. */
function ofManagers(): Consent {
  const present = [...answers.values()];
  if (!HAS.auto) return present[0] || UNKNOWN;
  for (const tier of [0, 1, 2, 3])
    for (const status of ["denied", "pending", "granted", "not_applicable"])
      for (const adapter of adapters) {
        const answer = answers.get(adapter);
        if (answer?.status === status && adapter.tier === tier) return answer;
      }
  return UNKNOWN;
}

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

const statusOf = (choice: Choice, isDetected: unknown): ConsentStatus =>
  // Nothing but a plain yes is one.
  choice === true
    ? "granted"
    : choice === false
      ? "denied"
      : choice === null
        ? "not_applicable"
        : isDetected
          ? "pending"
          : "unknown";

/** Takes down what a manager says; what it says first may be a choice of long ago. */
function hold(adapter: Adapter, choice: Choice, isFirst?: boolean): void {
  const settings = site.consent;
  const own = !adapter.tier;
  const key = own ? settings.key : settings.category;
  const answer: Consent = {
    own,
    key,
    signal: `${key}=${choice === true}`,
    ...callSafely(() => adapter.describe?.(settings)),
    status: statusOf(choice, callSafely(adapter.detect)),
    manager: adapter.name,
  };
  answer.signal = `${answer.signal}`.slice(0, MAX_SIGNAL);
  answer.version = `${answer.version || ""}`.slice(0, MAX_VERSION);
  answers.set(adapter, answer);
  // Whoever has come meanwhile is read before this is acted on.
  look();
  const { status } = ofManagers();
  if (/^[gd]/.test(status) && status !== decided) {
    decided = status;
    // Between the managers' decision and the site's call the later act wins; repeating is no act, and
    // an objection stands whatever they say.
    if (!isFirst && said?.manager === "api") said = undefined;
  }
  settle();
}

function look(): void {
  missing = missing.filter((isThere) => !isThere());
}

/** Hears one manager from now on. @returns looks whether it has come; `true` from then on */
function listenTo(adapter: Adapter): () => boolean {
  const settings = site.consent;
  let asked = 0;
  let isFound = false;
  const hear = () => {
    const turn = ++asked;
    const told = (choice?: Choice) => {
      if (turn === asked) hold(adapter, choice, turn === 1);
    };
    const reading = callSafely(adapter.read, settings) as PromiseLike<Choice> | undefined;
    if (typeof reading?.then === "function") {
      let isAwaited = true;
      const answer = (choice?: Choice) => {
        isAwaited = false;
        told(choice);
      };
      const giveUp = () => isAwaited && told();
      // It is there, and its first answer is waited for.
      if (!answers.has(adapter)) giveUp();
      else setTimeout(giveUp, PATIENCE);
      reading.then(answer, () => answer());
    } else told(reading as Choice);
  };
  // Capturing at the window also hears what is dispatched on the document and does not bubble.
  for (const type of adapter.events?.(settings) || [])
    addEventListener(
      type,
      () => {
        hear();
        // Some managers fire before their state changes.
        queueMicrotask(hear);
      },
      true,
    );
  if (adapter.install) callSafely(() => adapter.install?.(hear, settings));
  return () => {
    if (!isFound)
      try {
        // First: a manager may answer while it is subscribed to, and that answer looks around again.
        isFound = !!adapter.detect();
        if (isFound) {
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
  missing = heard.map(listenTo);
  let wait = 50;
  const wake = () => {
    look();
    // A manager may come at any time. Waiting only ever ends in an answer, never in a grant.
    wait = Math.min(wait * 1.5, 2000);
    if (missing[0]) setTimeout(wake, wait);
  };
  wake();
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
