import { callSafely } from "../callSafely.ts";
import { site } from "../site.ts";
import type { Adapter, Answer } from "./Adapter.ts";

/** What is in force, and who said so. */
export interface Consent extends Answer {
  /** Name of the manager, or `"api"`, `"objection"`, `"gpc"`; `""` before anybody spoke. */
  manager: string;
}

export const UNKNOWN: Consent = { status: "unknown", manager: "" };

const answers = new Map<Adapter, Consent>();
let adapters: readonly Adapter[] = [];
let current = UNKNOWN;
let said: Consent | undefined;
let objected = false;
let onChange: ((consent: Consent) => void) | undefined;

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

function settle(): void {
  let next = objected ? { status: "denied" as const, manager: "objection" } : said || ofManagers();
  if (
    HAS.gpc &&
    site.consent.gpc &&
    (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl &&
    next.status !== "denied" &&
    // Only a grant for us by name overrides the browser's general objection.
    !(next.status === "granted" && next.own)
  )
    next = { status: "denied", manager: "gpc" };
  if (onChange && (next.status !== current.status || next.manager !== current.manager)) {
    current = next;
    onChange(next);
  }
}

/** Hears the managers from now on. `callback` is told each change of what is in force, at once if there is any. */
export function hearManagers(heard: readonly Adapter[], callback: typeof onChange): void {
  adapters = heard;
  for (const adapter of adapters)
    callSafely(
      adapter.install,
      (answer) => {
        // A manager's own decision is an act, and between it and the site's call the latest wins; repeating it is none.
        if (/^[gd]/.test(answer.status) && answer.status !== answers.get(adapter)?.status) said = undefined;
        answers.set(adapter, { ...answer, manager: adapter.name });
        settle();
      },
      site.consent,
    );
  // Everyone present has been read: now the first decision is acted on.
  onChange = callback;
  settle();
}

/** The site's own word: `mgt('consent', …)`. */
export function sayConsent(granted: boolean): void {
  objected = false;
  said = { status: granted ? "granted" : "denied", own: true, manager: "api" };
  settle();
}

/** `mgt('object')`: as a refusal, whatever the manager says, until the page is left or the site says yes. */
export function objectNow(): void {
  objected = true;
  settle();
}
