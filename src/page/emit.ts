import { callSafely } from "./callSafely.ts";
import type { MgtCallback, MgtDetails, MgtEventName } from "./types.ts";

let callbacks: [name: string, callback: MgtCallback<never>][] = [];
const last: Partial<MgtDetails> = {};

/** Tells the callbacks of `mgt('on', …)`, and the page by a DOM event `mgt:…` on `document`. */
export function emit<K extends MgtEventName>(name: K, detail: MgtDetails[K]): void {
  last[name] = detail;
  for (const [wanted, callback] of callbacks)
    if (wanted === name) callSafely(callback as (detail: unknown) => void, detail);
  document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
}

/** Who comes late is told at once what is still true: ready, entry, consent; not a swap or a call. */
export function on<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  callbacks = [...callbacks, [name, callback]];
  if (/[yt]$/.test(name) && last[name]) callSafely(callback, last[name] as MgtDetails[K]);
}

export function off<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  callbacks = callbacks.filter((entry) => entry[0] !== name || entry[1] !== callback);
}
