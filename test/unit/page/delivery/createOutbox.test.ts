// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createOutbox, type Outbox } from "../../../../src/page/delivery/createOutbox.ts";
import { configure } from "../../../../src/page/ground/site.ts";
import { forgetAll, remember, remembered } from "../../../../src/page/terminal/remember.ts";
import { BLANK } from "../../../../src/page/terminal/session.ts";
import type { ConsentRecord, MgtEvent } from "../../../../src/vocabulary/events.ts";
import { siteDefaults } from "../../../../src/vocabulary/siteDefaults.ts";

const ORIGIN = "https://www.garage-martin.example";
const VISITOR = "3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f";

const page = (id: string): MgtEvent => ({ id, type: "page", at: 1, url: `${ORIGIN}/`, pages: 1 });
const grant = { id: "grant", status: "granted" } as ConsentRecord;

interface Sent {
  route: string;
  ids: string[];
  signal: AbortSignal;
  answer(status: number, headers?: Record<string, string>): Promise<void>;
}
let sent: Sent[] = [];

/** What hears a page's end lives as long as the page. */
let outboxes: Outbox[] = [];
function startOutbox(): Outbox {
  const outbox = createOutbox();
  outboxes.push(outbox);
  return outbox;
}

const idsIn = (body: string): string[] => {
  const { id, events } = JSON.parse(body);
  return events ? events.map((event: { id: string }) => event.id) : [id];
};

const pending = (...items: (MgtEvent | ConsentRecord)[]) =>
  remember({ ...BLANK, landing: `${ORIGIN}/`, pages: 1, since: Date.now(), pending: items }, VISITOR);
const pendingIds = () => remembered()?.pending.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`${ORIGIN}/`);
  configure({ ...siteDefaults({ key: "garage", mode: "parcours" }), endpoint: "https://calls.example" });
  sent = [];
  vi.stubGlobal("fetch", (url: string, { body, signal }: { body: string; signal: AbortSignal }) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    sent.push({
      route: new URL(url).pathname,
      ids: idsIn(body),
      signal,
      async answer(status, headers = {}) {
        resolve(new Response(null, { status, headers }));
        await vi.advanceTimersByTimeAsync(0);
      },
    });
    return promise;
  });
});
afterEach(() => {
  for (const outbox of outboxes) outbox.closeOutbox();
  outboxes = [];
  forgetAll();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("each outbox has a state of its own", () => {
  const [one, other] = [startOutbox(), startOutbox()];
  one.openOutbox();
  expect([one.isOpen(), other.isOpen()]).toEqual([true, false]);
});

test("all events go in one body, each record in its own; what is on its way is not sent twice", () => {
  pending(grant, page("a"), page("b"));
  const outbox = startOutbox();
  outbox.openOutbox();
  outbox.openOutbox();
  expect(sent.map(({ route, ids }) => [route, ids])).toEqual([
    ["/v1/consents", ["grant"]],
    ["/v1/events", ["a", "b"]],
  ]);
});

test.each([204, 400, 403])("%i settles what was sent, and only that", async (status) => {
  pending(page("a"));
  startOutbox().openOutbox();
  pending(page("a"), page("b"));
  await sent[0]?.answer(status);
  expect(pendingIds()).toEqual(["b"]);
});

test("an origin that the endpoint does not know is told once, with the line to add", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  pending(page("a"));
  const outbox = startOutbox();
  outbox.openOutbox();
  await sent[0]?.answer(403);
  pending(page("b"));
  outbox.openOutbox();
  await sent[1]?.answer(403);
  expect(warn.mock.calls).toEqual([[expect.stringContaining(`"origins": ["${location.origin}"]`)]]);
});

test.each([429, 500, 503])("%i is tried again, each time later", async (status) => {
  pending(page("a"));
  startOutbox().openOutbox();
  for (const [tries, seconds] of [1, 2, 4, 8].entries()) {
    await sent[tries]?.answer(status);
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(sent).toHaveLength(tries + 1);
    await vi.advanceTimersByTimeAsync(2);
    expect(sent).toHaveLength(tries + 2);
  }
  expect(pendingIds()).toEqual(["a"]);
});

test("never before the endpoint has asked, not even when the network is back", async () => {
  pending(page("a"));
  startOutbox().openOutbox();
  await sent[0]?.answer(503, { "Retry-After": "60" });
  await vi.advanceTimersByTimeAsync(59_000);
  window.dispatchEvent(new Event("online"));
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1001);
  expect(sent).toHaveLength(2);
});

test("when the network is back it is tried at once", async () => {
  pending(page("a"));
  startOutbox().openOutbox();
  await sent[0]?.answer(500);
  window.dispatchEvent(new Event("online"));
  expect(sent).toHaveLength(2);
});

test("closed: what is on its way is aborted, its answer settles nothing, nothing follows", async () => {
  pending(page("a"));
  const outbox = startOutbox();
  outbox.openOutbox();
  outbox.closeOutbox();
  expect(outbox.isOpen()).toBe(false);
  expect(sent[0]?.signal.aborted).toBe(true);
  await sent[0]?.answer(204);
  expect(pendingIds()).toEqual(["a"]);
  window.dispatchEvent(new Event("online"));
  window.dispatchEvent(new Event("pagehide"));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(1);
});

test("at the end of the page a beacon takes what is pending; refused, a fetch does", () => {
  pending(page("a"));
  const beacon = vi.fn().mockReturnValueOnce(true).mockReturnValue(false);
  Object.defineProperty(navigator, "sendBeacon", { configurable: true, value: beacon });
  const outbox = startOutbox();
  outbox.openOutbox();
  pending(page("a"), page("b"), page("c"));
  window.dispatchEvent(new Event("pagehide"));
  expect(beacon.mock.calls.map(([, body]) => idsIn(body))).toEqual([["b", "c"]]);
  // Beaconed is not acknowledged.
  expect(pendingIds()).toEqual(["a", "b", "c"]);
  pending(page("d"));
  window.dispatchEvent(new Event("pagehide"));
  expect(sent.map(({ ids }) => ids)).toEqual([["a"], ["d"]]);
});
