import type { EventsBody, MgtEvent } from "../../vocabulary/events.ts";
import { listen } from "../ground/listen.ts";
import { site } from "../ground/site.ts";
import { remember, remembered, visitorId } from "../terminal/remember.ts";

/** Longest wait between two tries, and longest that the endpoint may ask for (s); jitter comes up to double them. */
const MAX_WAIT = 150;
const MAX_ASKED = 86_400;

/** There while this page remembers and reports the visitor; aborts what is on its way. */
export let open: AbortController | undefined;
/** Ids of what is under way by fetch, or handed to the browser as a beacon. */
let busy: string[] = [];
let failures = 0;
/** Nothing is tried before this time … */
let notBefore = 0;
/** … nor, also where the network comes back, before this one, for which the endpoint has asked. */
let asked = 0;

/**
 * Posts one thing, once. A plain string is sent as text/plain: no preflight.
 *
 * @returns nothing on a network error, or where there is no endpoint
 */
export async function post(
  route: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response | undefined> {
  try {
    if (site.endpoint)
      return await fetch(site.endpoint + route, {
        method: "POST",
        body: JSON.stringify(body),
        keepalive: true,
        // Only the answer to events sets the cookie.
        credentials: HAS.serverCookie && site.cookie === "server" && /ev/.test(route) ? "include" : "omit",
        signal: signal as AbortSignal,
      });
  } catch {
    // Nobody answers.
  }
  return undefined;
}

async function deliver(
  route: string,
  body: unknown,
  items: { id: string }[],
  isLeaving: boolean,
): Promise<void> {
  const ids = items.map(({ id }) => id);
  busy.push(...ids);
  // Synchronous, and refused when the browser's 64 KiB are used up.
  if (isLeaving && navigator.sendBeacon?.(site.endpoint + route, JSON.stringify(body))) return;
  const { signal } = open as AbortController;
  const answer = await post(route, body, signal);
  if (signal.aborted) return;
  busy = busy.filter((id) => !ids.includes(id));
  if (answer && answer.status < 500 && answer.status !== 429) {
    failures = 0;
    // Another route may have been told to wait.
    notBefore = asked;
    // Acknowledged, or refused for good. Read afresh: another tab may have added to it.
    const session = remembered();
    if (session) {
      session.pending = session.pending.filter(({ id }) => !ids.includes(id));
      remember(session);
    }
  } else {
    // The jitter is added: never before the endpoint asked.
    const jitter = 1 + Math.random();
    const after = (seconds: number) => Date.now() + seconds * 1000 * jitter;
    const told = Number(answer?.headers.get("Retry-After")) || 0;
    asked = Math.max(asked, after(Math.min(told, MAX_ASKED)));
    notBefore = Math.max(notBefore, asked, after(Math.min(2 ** failures++, MAX_WAIT)));
    setTimeout(send, notBefore - Date.now() + 1);
  }
}

/** Sends what is pending and not on its way: all events in one body, each consent record in its own. */
function send(isLeaving = false): void {
  // At the end of the page once more, since nobody knows whether there will be another.
  const session = open && site.endpoint && (isLeaving || Date.now() >= notBefore) && remembered();
  if (!session) return;
  const events: MgtEvent[] = [];
  for (const item of session.pending)
    if (!busy.includes(item.id))
      if ("status" in item) deliver("/v1/consents", item, [item], isLeaving);
      else events.push(item);
  if (HAS.events && events[0]) {
    const body: EventsBody = {
      site: site.key,
      visitor: visitorId(),
      sent: Date.now(),
      consent: session.consent,
      events,
    };
    deliver("/v1/events", body, events, isLeaving);
  }
}

/** Sends what is pending: it stays so until an answer acknowledges it, or refuses it for good. */
export function openOutbox(): void {
  open ||= new AbortController();
  if (HAS.consent || HAS.events) send();
}

/** Aborts what is on its way; nothing is sent until it is opened again. */
export function closeOutbox(): void {
  open?.abort();
  open = undefined;
  busy = [];
}

export function watchLeaving(): void {
  // Never `unload`: it keeps pages out of the back/forward cache.
  listen(["pagehide", "visibilitychange", "online"], ({ type }) => {
    const isBack = type === "online";
    const isLeaving = !isBack && (document.hidden || type === "pagehide");
    if (isBack) notBefore = asked;
    // A beacon has no answer: what was beaconed is settled by a fetch, and ids make repeats harmless.
    else if (!isLeaving) busy = [];
    send(isLeaving);
  });
}
