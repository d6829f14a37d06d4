import type { ConsentRecord, EventsBody, MgtEvent } from "../../vocabulary/events.ts";
import { site } from "../site.ts";
import { remember, remembered } from "../terminal/remember.ts";

/** Longest wait between two tries (s). */
const MAX_WAIT = 300;

/** Under way by fetch, or handed to the browser as a beacon. */
const busy = new Set<string>();
let abortion = new AbortController();
let failures = 0;
let timer: ReturnType<typeof setTimeout>;
let isOpen = false;

/** Posts one thing, once. A plain string is sent as text/plain: no preflight. */
export const post = (route: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(site.endpoint + route, {
    method: "POST",
    body: JSON.stringify(body),
    keepalive: true,
    credentials: HAS.serverCookie && site.cookie === "server" ? "include" : "omit",
    signal: signal as AbortSignal,
  });

async function deliver(route: string, body: unknown, ids: string[], isLeaving?: boolean): Promise<void> {
  for (const id of ids) busy.add(id);
  // Synchronous, and refused when the browser's 64 KiB are used up.
  if (isLeaving && navigator.sendBeacon(site.endpoint + route, JSON.stringify(body))) return;
  const { signal } = abortion;
  const answer = await post(route, body, signal).catch(() => undefined);
  if (signal.aborted) return;
  for (const id of ids) busy.delete(id);
  if (answer && answer.status < 500 && answer.status !== 429) {
    failures = 0;
    // Acknowledged, or refused for good. Read afresh: another tab may have added to it.
    const found = remembered();
    if (found) {
      found.session.pending = found.session.pending.filter(({ id }) => !ids.includes(id));
      remember(found);
    }
  } else {
    const wait = Math.max(
      Number(answer?.headers.get("Retry-After")) || 0,
      Math.min(2 ** failures++, MAX_WAIT),
    );
    clearTimeout(timer);
    timer = setTimeout(flush, wait * (500 + Math.random() * 1000));
  }
}

/** Sends what is pending and not on its way: all events in one body, each consent record in its own. */
function send(isLeaving?: boolean): void {
  clearTimeout(timer);
  const found = isOpen && remembered();
  if (!found) return;
  const { visitor, session } = found;
  const events: MgtEvent[] = [];
  for (const item of session.pending)
    if (!busy.has(item.id))
      if ("status" in item) deliver("/v1/consents", item satisfies ConsentRecord, [item.id], isLeaving);
      else events.push(item);
  if (HAS.events && events[0])
    deliver(
      "/v1/events",
      { site: site.key, visitor, sent: Date.now(), consent: session.consent, events } satisfies EventsBody,
      events.map(({ id }) => id),
      isLeaving,
    );
}

/** Sends what is pending: it stays so until an answer acknowledges it, or refuses it for good. */
export function flush(): void {
  isOpen = true;
  send();
}

/** Aborts what is on its way; nothing is sent until the next `flush`. */
export function closeOutbox(): void {
  isOpen = false;
  clearTimeout(timer);
  abortion.abort();
  abortion = new AbortController();
  busy.clear();
}

export function watchLeaving(): void {
  // Never `unload`: it keeps pages out of the back/forward cache.
  addEventListener("pagehide", () => send(true));
  document.addEventListener("visibilitychange", () => {
    // A beacon has no answer: what was beaconed is settled by a fetch, and ids make repeats harmless.
    if (!document.hidden) busy.clear();
    send(document.hidden);
  });
  addEventListener("online", () => send());
}
