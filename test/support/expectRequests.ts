import { expect, type Page } from "playwright/test";
import { national } from "./garage.ts";
import { type AnySession, NOTHING, SESSION_KEYS, sessionOf, storageOf } from "./storageOf.ts";
import type { Received, TestSite } from "./TestSite.ts";

export const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

export interface Expectation {
  action?: () => Promise<unknown>;
  /** Events and consent records that the action sends to the endpoint: these, in any order, and no others. */
  expected?: readonly Partial<Received>[];
  /** Nothing like these is ever sent, neither by this action nor before. */
  refuted?: readonly Partial<Received>[];
  /** What the terminal holds afterwards: nothing at all, or cookie and session (with these values). */
  storage?: "none" | Partial<AnySession>;
  /** Cookies of other software on the page. */
  otherCookies?: readonly string[];
  /** What the page shows afterwards, E.164. */
  number?: string;
}

/**
 * Waits until whatever the script was going to do after the latest act is done: its first decision is
 * made, two frames are over, and a request that the page made after all others has been answered.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.seen.some(({ type }) => type === "mgt:ready"));
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await fetch("/marker");
  });
}

/** What the page shows where it says "Appelez le …". */
export async function expectNumber(page: Page, number: string): Promise<void> {
  await expect(page.locator("#main")).toHaveText(`Appelez le ${national(number)}`);
  await expect(page.locator("#call")).toHaveAttribute("href", `tel:${number}`);
}

/**
 * One act, and all that may come of it: the requests expected and those refuted, what is stored, what
 * is shown. That something is not sent is only said after the page has come to rest.
 */
export async function expectRequests(
  page: Page,
  site: TestSite,
  { action, expected = [], refuted = [], storage, otherCookies = [], number }: Expectation,
): Promise<void> {
  const before = site.received().length;
  await action?.();
  const sent = () => site.received().slice(before);
  await expect
    .poll(() => sent().length, { message: "sent to the endpoint" })
    .toBeGreaterThanOrEqual(expected.length);
  await settled(page);
  const kind = ({ route, type, status }: Partial<Received>) => `${route} ${type ?? status ?? ""}`;
  const byKind = (a: Partial<Received>, b: Partial<Received>) => kind(a).localeCompare(kind(b));
  // By kind, then in the order in which they came.
  expect(sent().map(kind).sort()).toEqual(expected.map(kind).sort());
  expect(sent().sort(byKind)).toMatchObject([...expected].sort(byKind));
  for (const pattern of refuted)
    for (const received of site.received()) expect(received).not.toMatchObject(pattern);
  expectNoStrangers(site);
  if (number) await expectNumber(page, number);
  if (storage === "none") await expectNothingStored(page, otherCookies);
  else if (storage) await expectStored(page, storage, otherCookies);
}

/** Whatever the browser was asked for belongs to the test's own hosts, and to the endpoint's public routes. */
export function expectNoStrangers(site: TestSite): void {
  const hosts = [site.origin, site.endpoint, site.elsewhere];
  for (const { url } of site.browserRequests)
    if (!/^(data|about|blob):/.test(url)) expect(hosts, url).toContain(new URL(url).origin);
  for (const { method, path } of site.calls)
    expect(`${method} ${path}`).toMatch(
      /^GET \/[\w-]+\.js$|^POST \/v1\/(events|consents|numbers|forget|export)$/,
    );
}

export async function expectNothingStored(page: Page, otherCookies: readonly string[] = []): Promise<void> {
  const stored = await storageOf(page);
  for (const name of otherCookies) delete stored.cookies[name];
  expect(stored).toEqual(NOTHING);
}

/** Cookie and session, both well-formed, and nothing else; the session's values are waited for. */
export async function expectStored(
  page: Page,
  values: Partial<AnySession> = {},
  otherCookies: readonly string[] = [],
): Promise<void> {
  await expect.poll(() => sessionOf(page), { message: "mgt_session" }).toMatchObject(values);
  const stored = await storageOf(page);
  for (const name of otherCookies) delete stored.cookies[name];
  expect(stored).toEqual({
    ...NOTHING,
    cookies: { mgt_visitor: expect.stringMatching(UUID) },
    local: { mgt_session: expect.any(String) },
  });
  expect(Object.keys(JSON.parse(stored.local.mgt_session ?? "{}")).sort()).toEqual(SESSION_KEYS);
}
