// @vitest-environment happy-dom
import Cookies from "js-cookie";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Session } from "../../../../src/page/ground/Session.ts";
import { configure } from "../../../../src/page/ground/site.ts";
import { BLANK } from "../../../../src/page/terminal/session.ts";
import { siteDefaults } from "../../../../src/vocabulary/siteDefaults.ts";

const ORIGIN = "https://www.garage-martin.example";
const VISITOR = "3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f";
const session = (): Session => ({
  ...BLANK,
  landing: `${ORIGIN}/`,
  pages: 1,
  since: Date.now(),
  pending: [],
});

/** The module of a page that has just been loaded: what the console was told is told once a page. */
async function loadPage() {
  vi.resetModules();
  const { configure: configureHere } = await import("../../../../src/page/ground/site.ts");
  configureHere(siteDefaults({ key: "garage", mode: "parcours" }));
  return import("../../../../src/page/terminal/remember.ts");
}

const warn = vi.spyOn(console, "warn").mockImplementation(() => {});

beforeEach(() => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`${ORIGIN}/`);
  configure(siteDefaults({ key: "garage", mode: "parcours" }));
  warn.mockClear();
});
afterEach(async () => {
  (Object.prototype as { each?: unknown }).each = undefined;
  delete (Object.prototype as { each?: unknown }).each;
  (await loadPage()).forgetAll();
});

test("a visitor and a session are kept together, and nothing is said", async () => {
  const { remember, remembered, visitorId } = await loadPage();
  expect(remember(session(), VISITOR)).toBe(true);
  expect(remembered()).toMatchObject({ pages: 1 });
  expect(visitorId()).toBe(VISITOR);
  expect(warn).not.toHaveBeenCalled();
});

test("a session belongs to one visitor of one site", async () => {
  const { remember, remembered, knownVisitor } = await loadPage();
  remember(session(), VISITOR);
  expect(remembered()?.holder).toBe("garage:3f2b8c1e");
  // Another host under the same cookieDomain has set another one.
  Cookies.set("mgt_visitor", "aaaaaaaa-7d4a-4e6b-9c3d-1a2b3c4d5e6f");
  expect(remembered()).toBeUndefined();
  expect(knownVisitor()).toBe("aaaaaaaa-7d4a-4e6b-9c3d-1a2b3c4d5e6f");
  Cookies.set("mgt_visitor", "none");
  expect(knownVisitor()).toBeUndefined();
});

test("a session of the first edition is taken over", async () => {
  const { remember, remembered } = await loadPage();
  remember(session(), VISITOR);
  const { holder: _, ...first } = JSON.parse(localStorage.getItem("mgt_session") as string);
  localStorage.setItem("mgt_session", JSON.stringify(first));
  expect(remembered()).toMatchObject({ pages: 1, holder: "garage:3f2b8c1e" });
});

test("a page that adds to Object.prototype: both are kept all the same, and nothing is said", async () => {
  const { remember, remembered, visitorId } = await loadPage();
  Object.assign(Object.prototype, { each: () => {}, extra: "; domain=elsewhere.example", flag: true });
  expect(remember(session(), VISITOR)).toBe(true);
  expect([remembered()?.pages, visitorId()]).toEqual([1, VISITOR]);
  expect(document.cookie).toBe(`mgt_visitor=${VISITOR}`);
  expect(warn).not.toHaveBeenCalled();
  for (const name of ["each", "extra", "flag"]) delete (Object.prototype as Record<string, unknown>)[name];
});

test("a page that adds toJSON to arrays, as Prototype 1.6 does: nothing is kept, the console is told once", async () => {
  const { remember, remembered } = await loadPage();
  (Array.prototype as { toJSON?: unknown }).toJSON = () => "[]";
  expect(remember(session(), VISITOR)).toBe(false);
  expect(remember(session(), VISITOR)).toBe(false);
  delete (Array.prototype as { toJSON?: unknown }).toJSON;
  expect([remembered(), localStorage.length, document.cookie]).toEqual([undefined, 0, ""]);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^mgt: .+not stored/), ""]]);
});

test("a no is obeyed also where js-cookie throws", async () => {
  const { forgetAll, remember } = await loadPage();
  remember(session(), VISITOR);
  (Object.prototype as { each?: unknown }).each = () => {};
  forgetAll();
  expect([localStorage.length, document.cookie]).toEqual([0, ""]);
});
