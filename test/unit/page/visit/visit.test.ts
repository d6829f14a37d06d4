// @vitest-environment happy-dom
import Cookies from "js-cookie";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Consent, ConsentStatus } from "../../../../src/managers/Adapter.ts";
import type { View } from "../../../../src/page/entry/decide.ts";
import type { Session } from "../../../../src/page/ground/Session.ts";
import { configure } from "../../../../src/page/ground/site.ts";
import { forgetAll, remembered, visitorId } from "../../../../src/page/terminal/remember.ts";
import { readSession, SESSION, writeSession } from "../../../../src/page/terminal/session.ts";
import { createVisit } from "../../../../src/page/visit/visit.ts";
import { siteDefaults } from "../../../../src/vocabulary/siteDefaults.ts";

const ORIGIN = "https://www.garage-martin.example";

const posted: { route: string; body: Record<string, unknown> }[] = [];

/** A visit on a page, its outbox a double that only knows whether it is open. */
function startVisit(status: ConsentStatus = "pending") {
  let consent: Consent = { status, manager: "klaro" };
  let isOpen = false;
  const onEntry = vi.fn();
  const askAgain = vi.fn();
  const visit = createVisit(
    { consentInForce: () => consent, hearManagers() {}, askAgain, sayConsent() {} },
    {
      isOpen: () => isOpen,
      openOutbox() {
        isOpen = true;
      },
      closeOutbox() {
        isOpen = false;
      },
    },
    onEntry,
  );
  let views = 0;
  const view = (path: string) => {
    views += 1;
    visit.addView({ url: `${ORIGIN}${path}`, referrer: "", arrival: views === 1, at: Date.now() } as View);
  };
  view("/arrivee");
  return {
    visit,
    view,
    onEntry,
    askAgain,
    isOpen: () => isOpen,
    settle: (next: ConsentStatus, hasSpoken = false) => {
      consent = { status: next, manager: hasSpoken ? "api" : "klaro" };
      return visit.settle(true, hasSpoken);
    },
  };
}

beforeEach(() => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`${ORIGIN}/`);
  forgetAll();
  posted.length = 0;
  configure({
    ...siteDefaults({
      key: "garage",
      mode: "parcours",
      numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    }),
    endpoint: "https://calls.example",
  });
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
    posted.push({ route: new URL(url).pathname, body: JSON.parse(body) });
    return new Response("{}", { status: 200 });
  });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

test("before a yes page views are held, with it they are stored in one go", () => {
  const { settle, view, onEntry, isOpen } = startVisit();
  expect(settle("pending")).toMatchObject({ isStored: false, session: { pages: 1 } });
  view("/tarifs");
  expect(settle("pending")).toMatchObject({ isStored: false, session: { pages: 2 } });
  expect([localStorage.length, document.cookie, isOpen()]).toEqual([0, "", false]);
  expect(settle("granted")).toMatchObject({ isStored: true });
  expect(remembered()).toMatchObject({ pages: 2, landing: `${ORIGIN}/arrivee` });
  const kinds = remembered()?.pending.map((item) => ("type" in item ? item.type : item.status));
  expect(kinds).toEqual(["granted", "entry", "pages", "page", "pages", "page"]);
  expect(onEntry).toHaveBeenCalledTimes(1);
  expect(isOpen()).toBe(true);
});

test("on a page that is not shown yet nothing is done, whatever is said", () => {
  const { visit } = startVisit("granted");
  visit.settle(false);
  expect([localStorage.length, document.cookie]).toEqual([0, ""]);
  visit.settle(true);
  expect(remembered()).toMatchObject({ pages: 1 });
});

test("a repeated yes writes nothing anew, and posts no second record", () => {
  const { settle } = startVisit();
  settle("granted");
  const text = `${localStorage.getItem(SESSION)} `;
  localStorage.setItem(SESSION, text);
  settle("granted", true);
  expect(localStorage.getItem(SESSION)).toBe(text);
});

test("what somebody else has written into the session is not shown at a repeated yes", () => {
  const { settle } = startVisit();
  const { to_swap } = settle("granted").session;
  const foreign = { ...readSession(), to_swap: [{ number: "+33123456789", tracked: "+33899999999" }] };
  localStorage.setItem(SESSION, JSON.stringify(foreign));
  expect(settle("granted", true).session.to_swap).toEqual(to_swap);
  expect(to_swap).toEqual([{ number: "+33123456789", tracked: "+33184880000" }]);
});

test("a no erases everything in the same task and names the receipt that it ends", () => {
  const { settle, isOpen } = startVisit();
  settle("granted");
  const receipt = remembered()?.consent;
  expect(settle("denied")).toMatchObject({ isStored: false });
  expect([localStorage.length, document.cookie, isOpen()]).toEqual([0, "", false]);
  expect(posted).toMatchObject([{ route: "/v1/consents", body: { status: "withdrawn", receipt } }]);
  expect(posted[0]?.body).not.toHaveProperty("visitor");
});

test("a no that ends nothing sends nothing", () => {
  const { settle } = startVisit();
  settle("denied");
  settle("not_applicable");
  expect(posted).toEqual([]);
});

test("in a moment of doubt nothing goes and nothing is sent; then the visitor is continued", () => {
  const { settle, view, isOpen } = startVisit();
  settle("granted");
  const visitor = visitorId();
  view("/tarifs");
  expect(settle("pending")).toMatchObject({ isStored: true });
  expect(isOpen()).toBe(false);
  expect(remembered()).toMatchObject({ pages: 1 });
  settle("granted");
  expect(remembered()).toMatchObject({ pages: 2 });
  expect(visitorId()).toBe(visitor);
});

test("erased by another tab: the same yes brings nobody back, a new one begins a new visitor", () => {
  const { settle, view } = startVisit();
  settle("granted");
  const visitor = visitorId();
  forgetAll();
  expect(settle("granted")).toMatchObject({ isStored: false });
  view("/tarifs");
  settle("pending");
  settle("granted");
  expect(localStorage.length).toBe(0);
  settle("granted", true);
  expect(remembered()).toMatchObject({ pages: 2, landing: `${ORIGIN}/arrivee` });
  expect(visitorId()).not.toBe(visitor);
});

test("the visitor's wish to be forgotten is posted with his id, and outlasts the yes", () => {
  const { visit, settle } = startVisit();
  settle("granted");
  const visitor = visitorId();
  visit.forgetVisitor();
  expect(posted).toEqual([{ route: "/v1/forget", body: { site: "garage", visitor } }]);
  settle("granted");
  expect([localStorage.length, document.cookie]).toEqual([0, ""]);
  settle("denied");
  settle("granted");
  expect(remembered()).toMatchObject({ pages: 1 });
  expect(posted).toHaveLength(1);
});

test("a terminal that does not keep the visitor: level 0, nothing is left, and it is not tried again", () => {
  const { settle, view, onEntry, isOpen } = startVisit();
  let tries = 0;
  const { localStorage: storage } = window;
  vi.stubGlobal("localStorage", {
    getItem: () => null,
    removeItem: () => {},
    setItem() {
      tries += 1;
      throw new Error("full");
    },
  });
  expect(settle("granted")).toMatchObject({ isStored: false, session: { pages: 1 } });
  view("/tarifs");
  expect(settle("granted")).toMatchObject({ isStored: false, session: { pages: 2 } });
  expect(tries).toBe(1);
  expect([readSession(), document.cookie, isOpen()]).toEqual([undefined, "", false]);
  expect(onEntry).not.toHaveBeenCalled();
  vi.stubGlobal("localStorage", storage);
});

test("page views held are bounded; the first is never lost", () => {
  const { settle, view } = startVisit();
  for (let page = 0; page < 150; page++) view(`/${page}`);
  expect(settle("pending")).toMatchObject({ session: { pages: 100, landing: `${ORIGIN}/arrivee` } });
});

test("what is collected besides page views joins what is pending, only while the visitor is remembered", () => {
  const { visit, settle } = startVisit();
  const tap = { id: "t", type: "call_click", at: 1, number: "", tracked: "", condition: "" } as const;
  visit.collectEvent(tap);
  expect(localStorage.length).toBe(0);
  settle("granted");
  visit.collectEvent(tap);
  expect(remembered()?.pending.at(-1)).toEqual(tap);
});

test("the copy is asked for with the visitor's id; without one there is none", async () => {
  const { visit, settle } = startVisit();
  expect(await visit.copyVisitor()).toBeNull();
  settle("granted");
  expect(await visit.copyVisitor()).toEqual({});
  expect(posted).toEqual([{ route: "/v1/export", body: { site: "garage", visitor: visitorId() } }]);
});

describe("ids that come later than the entry", () => {
  const lateEvents = () => remembered()?.pending.filter((item) => "type" in item && item.type === "ids");

  beforeEach(() => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
      Cookies.remove("_ga");
    });
  });

  test("are added once, to the session and as an event of their entry, with the new ones alone", () => {
    const { settle, onEntry } = startVisit();
    Cookies.set("_pk_id.1", "abc.1");
    onTestFinished(() => {
      Cookies.remove("_pk_id.1");
    });
    settle("granted");
    Cookies.set("_ga", "GA1.1.11.22");
    vi.advanceTimersByTime(10_000);
    const _ga = { raw: "GA1.1.11.22", client_id: "11.22" };
    expect(lateEvents()).toMatchObject([{ entry: onEntry.mock.calls[0]?.[0].id, tracking_ids: { _ga } }]);
    expect(remembered()?.tracking_ids).toEqual({ _ga, _pk_id: { raw: "abc.1", visitor_id: "abc" } });
  });

  test("are looked for in three looks at most, within 10 seconds of the page view", () => {
    const { settle, askAgain } = startVisit();
    settle("granted");
    const looks: number[] = [];
    for (let second = 1; second <= 30; second++) {
      askAgain.mockClear();
      vi.advanceTimersByTime(1_000);
      if (askAgain.mock.calls.length > 0) looks.push(second);
    }
    expect(looks).toEqual([1, 3, 8]);
    Cookies.set("_ga", "GA1.1.11.22");
    vi.advanceTimersByTime(60_000);
    expect(lateEvents()).toEqual([]);
  });

  test("are not looked for once the page view is 10 seconds old, however late the yes came", () => {
    const { settle } = startVisit();
    vi.advanceTimersByTime(9_500);
    settle("granted");
    Cookies.set("_ga", "GA1.1.11.22");
    vi.advanceTimersByTime(60_000);
    expect(lateEvents()).toEqual([]);
  });

  test("after a no nothing is looked for; a new yes is another visitor's, and its entry has them itself", () => {
    const { settle, onEntry } = startVisit();
    settle("granted");
    Cookies.set("_ga", "GA1.1.11.22");
    settle("denied");
    vi.advanceTimersByTime(500);
    settle("granted");
    vi.advanceTimersByTime(60_000);
    expect(onEntry.mock.calls.map(([{ tracking_ids }]) => Object.keys(tracking_ids))).toEqual([[], ["_ga"]]);
    expect(lateEvents()).toEqual([]);
  });

  test("leave those of an entry alone that another tab made the reference", () => {
    const { settle } = startVisit();
    settle("granted");
    const later = { landing: `${ORIGIN}/?gclid=X2`, tracking_ids: { gclid: "X2" } };
    writeSession({ ...(readSession() as Session), ...later });
    Cookies.set("_ga", "GA1.1.11.22");
    vi.advanceTimersByTime(10_000);
    expect(lateEvents()).toHaveLength(1);
    expect(remembered()).toMatchObject(later);
    expect(remembered()?.tracking_ids).toEqual(later.tracking_ids);
  });

  test("of an entry that is not the reference one leave the session's alone", () => {
    const first = startVisit();
    first.settle("granted");
    vi.advanceTimersByTime(20_000);
    const { visit, settle, onEntry } = startVisit();
    visit.addView({
      url: `${ORIGIN}/?gclid=X1`,
      referrer: "https://www.google.com/",
      arrival: true,
      at: Date.now(),
    } as View);
    settle("granted");
    Cookies.set("_ga", "GA1.1.11.22");
    vi.advanceTimersByTime(10_000);
    expect(lateEvents()).toMatchObject([{ entry: onEntry.mock.calls[0]?.[0].id }]);
    expect(remembered()?.tracking_ids).toEqual({});
  });
});

test("of another site's visitor on the same host nothing is sent or named, only his id is kept", () => {
  startVisit().settle("granted");
  const visitor = visitorId();
  const receipt = readSession()?.consent;
  expect(readSession()?.pending.length).toBeGreaterThan(0);
  configure({ ...siteDefaults({ key: "shop", mode: "parcours" }), endpoint: "https://calls.example" });
  const { settle } = startVisit();
  settle("pending");
  settle("denied");
  expect(posted).toEqual([]);
  Cookies.set("mgt_visitor", visitor);
  settle("granted");
  const session = readSession();
  expect(session?.holder).toBe(`shop:${visitor.slice(0, 8)}`);
  expect(session?.consent).not.toBe(receipt);
  expect(session?.pending.every((item) => !("site" in item) || item.site === "shop")).toBe(true);
});
