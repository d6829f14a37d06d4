import { callSafely } from "../ground/callSafely.ts";
import type { MgtCallback, MgtDetails, MgtEventName } from "./types.ts";

type Listeners = { [K in MgtEventName]?: MgtCallback<K>[] };

/** What goes on being true; a swap or a call is over. */
const LASTING: readonly MgtEventName[] = ["ready", "entry", "consent"];

const last: Partial<MgtDetails> = {};
const listeners: Listeners = Object.create(null);

/** Tells the page, by a DOM event `mgt:…` on `document`, and the callbacks of `mgt('on', …)`. */
export function emit<K extends MgtEventName>(name: K, detail: MgtDetails[K]): void {
  last[name] = detail;
  document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
  for (const callback of listeners[name] || []) callSafely(callback, detail);
}

/** Who comes late is told at once what is still true. */
export function on<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  listeners[name] = [...(listeners[name] || []), callback] as Listeners[K];
  if (LASTING.includes(name) && last[name]) callSafely(callback, last[name] as MgtDetails[K]);
}

export function off<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  listeners[name] = (listeners[name] || []).filter((other) => other !== callback) as Listeners[K];
}
