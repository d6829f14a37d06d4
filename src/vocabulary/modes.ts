import type { EventType } from "./EventKind.ts";

export type { EventType } from "./EventKind.ts";

/**
 * What each mode may do: the one table that drives both the script and the endpoint.
 * Nothing else, on either side, decides what a mode stores, collects or asks for.
 */

export type ModeName = "invisible" | "rotation" | "origine" | "trafic" | "parcours";

export interface Mode {
  /** Numbers follow conditions; otherwise each number always shows its `tracked`. */
  readonly conditions: boolean;
  /** Cookie `mgt_visitor` and local storage `mgt_session` may be written. */
  readonly storage: boolean;
  /** Whether a "yes" is needed before anything is stored or sent. */
  readonly consent: "none" | "optional" | "required";
  /** Event types sent to, and kept by, the endpoint. */
  readonly collects: readonly EventType[];
  /** `callClicks` may add `call_click` to what is collected. */
  readonly callClicks: boolean;
  /** The probabilistic option (cookieless level 1) may be switched on. */
  readonly probabilistic: boolean;
}

/** One row: whose numbers follow conditions may store, and offers level 1; what is collected needs a "yes". */
const row = (consent: Mode["consent"], ...collects: EventType[]): Mode => {
  const conditions = consent !== "none";
  const callClicks = consent === "required";
  return { conditions, storage: conditions, consent, collects, callClicks, probabilistic: conditions };
};

export const MODES: Readonly<Record<ModeName, Mode>> = {
  invisible: row("none"),
  rotation: row("optional"),
  origine: row("required", "entry", "ids"),
  trafic: row("required", "entry", "ids", "pages"),
  parcours: row("required", "entry", "ids", "page"),
};

/** English names accepted in a configuration. */
export type ModeAlias = "origin" | "traffic" | "journey";

export const MODE_ALIASES: Readonly<Record<ModeAlias, ModeName>> = {
  origin: "origine",
  traffic: "trafic",
  journey: "parcours",
};

interface Choices {
  readonly mode: ModeName;
  readonly probabilistic?: "off" | "refused" | "always" | undefined;
}

/** Whether a site's script may write on the terminal: with `"probabilistic": "always"` no site's does. */
export function mayStore({ mode, probabilistic }: Choices): boolean {
  return MODES[mode].storage && probabilistic !== "always";
}

/** Event types that a site's endpoint keeps and its script sends: none without a visitor id. */
export function collectedTypes(
  site: Choices & { readonly callClicks?: boolean | undefined },
): readonly EventType[] {
  const mode = MODES[site.mode];
  if (!mayStore(site)) return [];
  return mode.callClicks && site.callClicks ? [...mode.collects, "call_click"] : mode.collects;
}

/** Whether a site waits for a "yes" before it stores or sends anything: `rotation` too, unless its owner has exempted it. */
export function needsConsent(
  site: Choices & { readonly consent: { readonly rotation?: "exempt" | "required" | undefined } },
): boolean {
  const { consent } = MODES[site.mode];
  const isAsked = consent === "required" || (consent === "optional" && site.consent.rotation !== "exempt");
  return isAsked && mayStore(site);
}
