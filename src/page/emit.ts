import { callSafely } from "./callSafely.ts";
import type { MgtCallback, MgtDetails, MgtEventName } from "./types.ts";

const last: Partial<MgtDetails> = {};
const listeners: [name: string, callback: unknown, listener: (event: Event) => void][] = [];

/** Tells the page, by a DOM event `mgt:…` on `document`, and so the callbacks of `mgt('on', …)`. */
export function emit<K extends MgtEventName>(name: K, detail: MgtDetails[K]): void {
  last[name] = detail;
  document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
}

/** Who comes late is told at once what is still true: ready, entry, consent; not a swap or a call. */
export function on<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  const listener = (event: { detail?: unknown }) => callSafely(callback, event.detail as MgtDetails[K]);
  listeners.push([name, callback, listener as (event: Event) => void]);
  document.addEventListener(`mgt:${name}`, listener as (event: Event) => void);
  if (/[yt]$/.test(name) && last[name]) listener({ detail: last[name] });
}

export function off<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  for (const [wanted, known, listener] of listeners)
    if (wanted === name && known === callback) document.removeEventListener(`mgt:${name}`, listener);
}
