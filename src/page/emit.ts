import { callSafely } from "./callSafely.ts";
import type { MgtCallback, MgtDetails, MgtEventName } from "./types.ts";

const last: Partial<MgtDetails> = {};
let listeners: [name: string, callback: (detail: never) => void][] = [];

/** Tells the page, by a DOM event `mgt:…` on `document`, and the callbacks of `mgt('on', …)`. */
export function emit<K extends MgtEventName>(name: K, detail: MgtDetails[K]): void {
  last[name] = detail;
  document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
  for (const [wanted, callback] of listeners) if (wanted === name) callSafely(callback, detail as never);
}

/** Who comes late is told at once what is still true: ready, entry, consent; not a swap or a call. */
export function on<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  listeners.push([name, callback]);
  if (/[yt]$/.test(name) && last[name]) callSafely(callback, last[name] as MgtDetails[K]);
}

export function off<K extends MgtEventName>(name: K, callback: MgtCallback<K>): void {
  listeners = listeners.filter(([wanted, known]) => wanted !== name || known !== callback);
}
