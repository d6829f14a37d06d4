import type { Adapter, Choice, Consent, ConsentStatus } from "../../managers/Adapter.ts";
import { callSafely } from "../ground/callSafely.ts";
import { listen } from "../ground/listen.ts";
import { site } from "../ground/site.ts";
import { weigh } from "./weigh.ts";

/** Told each change of what is in force. @param isAct the site has just spoken itself */
export type OnConsent = (isAct: boolean) => void;

export interface Engine {
  /** What is in force. */
  consentInForce(): Consent;
  /** Hears the managers from now on; `onConsent` is told at once if anything is in force already. */
  hearManagers(onConsent: OnConsent): void;
  /** Reads once more, where that can be done at once: a consent can end without an event. */
  askAgain(): void;
  /**
   * The site's own word, `mgt('consent', …)`; or an objection, `mgt('object')`: a refusal that stands until
   * the page is left or the site says yes.
   */
  sayConsent(granted: boolean, manager?: string): void;
}

const UNKNOWN: Consent = { status: "unknown", manager: "" };
const MAX_SIGNAL_LENGTH = 8192;
const MAX_VERSION_LENGTH = 64;
/** A manager's promise is waited for this long; then its earlier answer no longer counts. */
const MANAGER_ANSWER_MS = 1000;
/** Managers that have not come are looked for after this, then less and less often. */
const FIRST_LOOK_MS = 75;
const MAX_LOOK_MS = 2000;

const statusOf = (choice: Choice, isPresent: boolean): ConsentStatus =>
  // Nothing but a plain yes is one.
  choice === true
    ? "granted"
    : choice === false
      ? "denied"
      : choice === null
        ? "not_applicable"
        : isPresent
          ? "pending"
          : "unknown";

const isPromise = (reading: unknown): reading is PromiseLike<Choice> =>
  typeof (reading as PromiseLike<Choice> | undefined)?.then === "function";

const objectsGenerally = (): boolean | undefined =>
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;

export function createEngine(adapters: readonly Adapter[]): Engine {
  /** Of each adapter, once it has been read. */
  const answers: Consent[] = [];
  /** One for each adapter: looks whether its manager has come, `true` from then on. */
  let detectors: (() => boolean)[] = [];
  /** One for each manager that has come: reads its answer. */
  const readers: (() => void)[] = [];
  /** The console has been told of what keeps a manager from answering: once a page is enough. */
  let isWarned = false;
  let siteWord: Consent | undefined;
  /** The last decision of the managers together. */
  let decision: ConsentStatus;
  let onConsent: OnConsent | undefined;
  let inForce = UNKNOWN;

  const ofManagers = () => (HAS.auto ? weigh(adapters, answers) : answers[0]) || UNKNOWN;

  function settle(isAct = false): void {
    let next = siteWord || ofManagers();
    // Only a grant for us by name overrides the browser's general objection; a refusal beside it stays one.
    const isOverridden = next.status === "granted" && next.own;
    if (HAS.gpc && site.consent.gpc && objectsGenerally() && !isOverridden)
      next = { status: "denied", manager: "gpc" };
    const isChange = next.status !== inForce.status || next.manager !== inForce.manager;
    if (onConsent && (isAct || isChange)) {
      inForce = next;
      onConsent(isAct);
    }
  }

  function warn(words: string): void {
    if (!isWarned) console.warn(`mgt: ${words}`);
    isWarned = true;
  }

  /** A manager that has been decided and does not know us would be waited for in silence for ever. */
  function warnOfName(adapter: Adapter, key: string): void {
    const names = callSafely(() => adapter.names?.(site.consent));
    if (names && !names.includes(key))
      warn(`${adapter.name} answers, but knows no "${key}"; it knows: ${names.join(", ") || "nothing"}`);
  }

  /** @returns the detectors of the managers that have not come */
  const detect = () => detectors.filter((isPresent) => !isPresent());

  /** Hears one manager from now on. @returns its detector */
  function hearManager(adapter: Adapter, index: number): () => boolean {
    const settings = site.consent;
    let isPresent = false;
    let readings = 0;

    function receive(reading: number, choice?: Choice): void {
      // Of several readings the last one counts.
      if (reading !== readings) return;
      // Not before it was read: whether it answers for us by name may depend on what it finds.
      const own = !adapter.tier;
      const key = own ? settings.key : settings.category;
      const words = callSafely(() => adapter.describe?.(settings));
      if (isPresent && choice === undefined) warnOfName(adapter, words?.key || key);
      const doubt = isPresent && callSafely(() => adapter.doubt?.(settings));
      if (doubt) warn(`${adapter.name}: ${doubt}`);
      answers[index] = {
        own,
        key,
        ...words,
        status: statusOf(choice, isPresent),
        manager: adapter.name,
        signal: `${words?.signal ?? `${key}=${choice === true}`}`.slice(0, MAX_SIGNAL_LENGTH),
        version: `${words?.version || ""}`.slice(0, MAX_VERSION_LENGTH),
      };
      // Whoever has come meanwhile is read before this is acted on.
      detect();
      const { status } = ofManagers();
      if (status !== decision && (status === "granted" || status === "denied")) {
        decision = status;
        // Between the managers' decision and the site's call the later act wins. What a manager says first
        // may be a choice of long ago, repeating is no act, and an objection stands whatever they say.
        if (reading > 1 && siteWord?.manager === "api") siteWord = undefined;
      }
      settle();
    }

    function read(): void {
      const reading = ++readings;
      const choice = callSafely(adapter.read, settings);
      if (HAS.lateAnswers && isPromise(choice)) {
        let isAwaited = true;
        const answer = (choice?: Choice) => {
          isAwaited = false;
          receive(reading, choice);
        };
        const giveUp = () => isAwaited && receive(reading);
        // It is there, and its first answer is waited for.
        if (answers[index]) setTimeout(giveUp, MANAGER_ANSWER_MS);
        else giveUp();
        choice.then(answer, () => answer());
      } else receive(reading, choice as Choice);
    }

    listen(adapter.events?.(settings) || [], () => {
      read();
      // Some managers fire before their state changes, as older versions of tarteaucitron do; and a click is heard
      // before the manager hears of it.
      queueMicrotask(read);
      setTimeout(read);
    });
    callSafely(() => adapter.install?.(read, settings));
    return () => {
      try {
        if (!isPresent && adapter.detect()) {
          // First: a manager may answer while it is subscribed to, and that answer looks around again.
          isPresent = true;
          readers.push(read);
          adapter.watch?.(read, settings);
          read();
        }
      } catch {
        // Half loaded: it is asked again.
        isPresent = false;
      }
      return isPresent;
    };
  }

  return {
    consentInForce: () => inForce,
    hearManagers(callback) {
      detectors = adapters.map(hearManager);
      // A manager may come at any time. Waiting only ever ends in an answer, never in a grant.
      const wake = (wait: number) => {
        const [missing] = detect();
        // Long after any page has loaded it, of a manager that the site names, or of one that is there all the same.
        if (missing && wait === MAX_LOOK_MS) {
          const unheard = HAS.auto ? adapters.find((adapter) => adapter.isOutdated?.()) : adapters[0];
          if (unheard)
            warn(
              `no "${unheard.name}" on this page, or of a version that is not spoken: nobody is remembered`,
            );
        }
        if (missing) setTimeout(wake, wait, Math.min(wait * 1.5, MAX_LOOK_MS));
      };
      wake(FIRST_LOOK_MS);
      // Everyone present has been read: now the first decision is acted on.
      onConsent = callback;
      settle();
    },
    askAgain() {
      for (const read of readers) read();
    },
    sayConsent(granted, manager = "api") {
      if (granted || siteWord?.manager !== "objection")
        siteWord = { status: granted ? "granted" : "denied", own: true, manager };
      settle(true);
    },
  };
}
