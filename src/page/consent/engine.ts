import { callSafely } from "../callSafely.ts";
import { site } from "../site.ts";
import type { Adapter, Answer } from "./Adapter.ts";

/** What is in force, and who said so. */
export interface Consent extends Answer {
  /** Name of the manager, or `"api"`, `"objection"`, `"gpc"`; `""` before anybody spoke. */
  manager: string;
}

const UNKNOWN: Consent = { status: "unknown", manager: "" };

const answers = new Map<Adapter, Consent>();
let adapters: readonly Adapter[] = [];
let said: Consent | undefined;
let onChange: ((isAct?: boolean) => void) | undefined;

/** What is in force. */
export let consent = UNKNOWN;

/** In `auto`: the highest tier that is present decides; within it deny wins, and who has not decided is waited for. */
function ofManagers(): Consent {
  if (!HAS.auto) return [...answers.values()][0] || UNKNOWN;
  for (const tier of [0, 1, 2, 3]) {
    const present = adapters
      .filter((adapter) => adapter.tier === tier)
      .map((adapter): Consent => {
        const answer = answers.get(adapter) || UNKNOWN;
        return answer.status === "unknown" && callSafely(adapter.detect)
          ? { status: "pending", manager: adapter.name }
          : answer;
      });
    for (const status of ["denied", "pending", "granted", "not_applicable"]) {
      const found = present.find((answer) => answer.status === status);
      if (found) return found;
    }
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
    next = { ...next, status: "denied", manager: "gpc" };
  if (onChange && (isAct || next.status !== consent.status || next.manager !== consent.manager)) {
    consent = next;
    onChange(isAct);
  }
}

/** Hears the managers from now on; `callback` is told each change of what is in force, at once if there is any. */
export function hearManagers(heard: readonly Adapter[], callback: (isAct?: boolean) => void): void {
  adapters = heard;
  for (const adapter of adapters)
    callSafely(
      adapter.install,
      (answer) => {
        // Between a manager's decision and the site's call the later act wins; repeating is no act, and
        // an objection stands whatever the manager says.
        if (
          said?.manager === "api" &&
          /^[gd]/.test(answer.status) &&
          answer.status !== answers.get(adapter)?.status
        )
          said = undefined;
        answers.set(adapter, { ...answer, manager: adapter.name });
        settle();
      },
      site.consent,
    );
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
