import type { Page } from "playwright/test";

/** Everything that a script can leave on the terminal. */
export interface Stored {
  cookies: Record<string, string>;
  local: Record<string, string>;
  session: Record<string, string>;
  databases: string[];
  caches: string[];
  windowName: string;
}

/** What the page's terminal holds, cookies of any host and those hidden from scripts included. */
export async function storageOf(page: Page): Promise<Stored> {
  const cookies = await page.context().cookies();
  const rest = await page.evaluate(async () => ({
    local: { ...localStorage } as Record<string, string>,
    session: { ...sessionStorage } as Record<string, string>,
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ""),
    // Only secure contexts have caches.
    caches: "caches" in window ? await caches.keys() : [],
    windowName: window.name,
  }));
  return { cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])), ...rest };
}

export const NOTHING: Stored = {
  cookies: {},
  local: {},
  session: {},
  databases: [],
  caches: [],
  windowName: "",
};

/** The thirteen keys of `mgt_session`. */
export const SESSION_KEYS = [
  "channel",
  "condition",
  "consent",
  "holder",
  "landing",
  "last_action",
  "last_url",
  "pages",
  "pending",
  "referrer",
  "since",
  "source",
  "to_swap",
  "tracking_ids",
];

// biome-ignore lint/suspicious/noExplicitAny: a session as it is, which tests look into
export type AnySession = Record<string, any>;

/** The session as stored, or nothing. */
export async function sessionOf(page: Page): Promise<AnySession | undefined> {
  const text = await page.evaluate(() => localStorage.getItem("mgt_session"));
  return text === null ? undefined : JSON.parse(text);
}

/** Value of `mgt_visitor`, as scripts see it. */
export async function visitorOf(page: Page): Promise<string | undefined> {
  const cookies = await page.context().cookies(page.url());
  return cookies.find(({ name }) => name === "mgt_visitor")?.value;
}
