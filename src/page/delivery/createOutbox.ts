import type { EventsBody, MgtEvent } from "../../vocabulary/events.ts";
import { listen } from "../ground/listen.ts";
import { site } from "../ground/site.ts";
import { remember, remembered, visitorId } from "../terminal/remember.ts";
import { EVENTS_ROUTE, post } from "./post.ts";

/** Longest wait between two tries; jitter comes up to double it. */
const MAX_WAIT_S = 150;
/** Longest wait that the endpoint may ask for. */
const MAX_RETRY_AFTER_S = 86_400;

export interface Outbox {
  /** This page remembers and reports the visitor. */
  isOpen(): boolean;
  /** Sends what is pending: it stays so until an answer acknowledges it, or refuses it for good. */
  openOutbox(): void;
  /** Aborts what is on its way; nothing is sent until it is opened again. */
  closeOutbox(): void;
}

export function createOutbox(): Outbox {
  /** There while it is open; aborts what is on its way. */
  let controller: AbortController | undefined;
  /** Ids of what is under way by fetch, or handed to the browser as a beacon. */
  let underWay: string[] = [];
  let failures = 0;
  /** Nothing is tried before this time … */
  let notBefore = 0;
  /** … nor, also where the network comes back, before this one, for which the endpoint has asked. */
  let askedTime = 0;
  /** The console has been told that the endpoint does not know this origin: once a page is enough. */
  let isTold = false;

  /** The jitter is added: never before the endpoint asked. */
  function wait(retryAfter: number): void {
    const jitter = 1 + Math.random();
    const after = (seconds: number) => Date.now() + seconds * 1000 * jitter;
    askedTime = Math.max(askedTime, after(Math.min(retryAfter, MAX_RETRY_AFTER_S)));
    notBefore = Math.max(notBefore, askedTime, after(Math.min(2 ** failures++, MAX_WAIT_S)));
    setTimeout(send, notBefore - Date.now() + 1);
  }

  /** Acknowledged, or refused for good. */
  function settle(ids: readonly string[]): void {
    failures = 0;
    // Another route may have been told to wait.
    notBefore = askedTime;
    // Read afresh: another tab may have added to it.
    const session = remembered();
    if (session) {
      session.pending = session.pending.filter(({ id }) => !ids.includes(id));
      remember(session);
    }
  }

  async function deliver(
    route: string,
    body: unknown,
    items: { id: string }[],
    isLeaving: boolean,
  ): Promise<void> {
    const ids = items.map(({ id }) => id);
    underWay.push(...ids);
    // Synchronous, and refused when the browser's 64 KiB are used up:
    // https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
    if (isLeaving && navigator.sendBeacon?.(site.endpoint + route, JSON.stringify(body))) return;
    const { signal } = controller as AbortController;
    const answer = await post(route, body, signal);
    if (signal.aborted) return;
    underWay = underWay.filter((id) => !ids.includes(id));
    if (answer?.status === 403 && !isTold) {
      isTold = true;
      console.warn(
        `mgt: refused by the endpoint; add to site "${site.key}": "origins": ["${location.origin}"]`,
      );
    }
    if (answer && answer.status < 500 && answer.status !== 429) settle(ids);
    else wait(Number(answer?.headers.get("Retry-After")) || 0);
  }

  /** Sends what is pending and not on its way: all events in one body, each consent record in its own. */
  function send(isLeaving = false): void {
    // At the end of the page once more, since nobody knows whether there will be another.
    const isDue = controller && site.endpoint && (isLeaving || Date.now() >= notBefore);
    const session = isDue ? remembered() : undefined;
    if (!session) return;
    const events: MgtEvent[] = [];
    for (const item of session.pending)
      if (!underWay.includes(item.id))
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
      deliver(EVENTS_ROUTE, body, events, isLeaving);
    }
  }

  // Never `unload`: it keeps pages out of the back/forward cache. https://web.dev/articles/bfcache
  if (HAS.consent || HAS.events)
    listen(["pagehide", "visibilitychange", "online"], ({ type }) => {
      const isBack = type === "online";
      const isLeaving = !isBack && (document.hidden || type === "pagehide");
      if (isBack) notBefore = askedTime;
      // A beacon has no answer: what was beaconed is settled by a fetch, and ids make repeats harmless.
      else if (!isLeaving) underWay = [];
      send(isLeaving);
    });

  return {
    isOpen: () => !!controller,
    openOutbox() {
      controller ||= new AbortController();
      if (HAS.consent || HAS.events) send();
    },
    closeOutbox() {
      controller?.abort();
      controller = undefined;
      underWay = [];
    },
  };
}
