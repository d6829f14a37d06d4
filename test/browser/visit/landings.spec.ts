import type { Page } from "playwright/test";
import { say } from "../../support/acts.ts";
import { expectNothingStored, expectNumber, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, garage, NEWSLETTER, SEO, TRACKED } from "../../support/garage.ts";
import { BODY, type TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

/**
 * Where from × how to the next page × what the visitor says, and when (SPEC §6): the number shown, what is stored, the
 * one entry, and nothing before a yes. Each pair of the three stands in some row; `MGT_LANDINGS=all` runs every row.
 */

interface Landing {
  query: string;
  referer?: string;
  number: string;
  condition: string;
  channel: string;
}

/** The first two name themselves in the address, which later pages of the tab may find again. */
const LANDINGS: Record<string, Landing> = {
  "a click id": { query: "?gclid=TeSt-1", number: ADS, condition: "google-ads", channel: "paid_search" },
  "a campaign": { query: "?utm_medium=email", number: NEWSLETTER, condition: "news", channel: "email" },
  "a search": {
    query: "",
    referer: "https://www.google.com/",
    number: SEO,
    condition: "seo",
    channel: "organic_search",
  },
  "a partner": {
    query: "",
    referer: "https://www.partenaire.example/",
    number: TRACKED,
    condition: "",
    channel: "referral",
  },
};

/** Of whoever is not known any more: the page itself is the entry. */
const UNKNOWN = { number: TRACKED, condition: "", channel: "internal" };

interface Way {
  /** Path of the landing; the tag comes after what is in this page's head. */
  from?: string;
  /** Brings the second page, in this tab or another. */
  go(page: Page, site: TestSite): Promise<Page>;
  /** The second page is the landing itself. */
  stays?: true;
  /** On the third page neither the tab's list nor the referrer has the landing. */
  forgets?: true;
  /** The landing itself is left before anybody can say anything. */
  leaves?: true;
}

const click = (selector: string) => async (page: Page) => {
  await page.click(selector);
  return page;
};

const WAYS: Record<string, Way> = {
  "a link": { go: click("#next") },
  "a link to a new tab": {
    go: async (page) => {
      const [opened] = await Promise.all([page.context().waitForEvent("page"), page.click("#tab")]);
      return opened;
    },
    forgets: true,
  },
  "a link, then a reload": {
    go: async (page) => {
      await page.click("#next");
      await page.waitForURL("**/prix");
      await page.reload();
      return page;
    },
  },
  "two links, then back": {
    go: async (page) => {
      await page.click("#next");
      await page.waitForURL("**/prix");
      await page.click("#third");
      await page.waitForURL("**/contact");
      await page.goBack();
      return page;
    },
  },
  "a form": { go: click("#send") },
  "location.href": {
    go: async (page) => {
      await page.evaluate(() => void setTimeout(() => (location.href = "/prix")));
      return page;
    },
  },
  "a redirect by the server": { go: click("#moved") },
  "an anchor, then a link": {
    go: async (page) => {
      await page.click("#anchor");
      return click("#next")(page);
    },
  },
  "a router in the fragment": {
    go: async (page) => {
      await page.evaluate(() => (location.hash = "#/prix"));
      return page;
    },
    stays: true,
  },
  "location.replace before our tag": {
    from: "/replace",
    go: async (page) => page,
    forgets: true,
    leaves: true,
  },
  "a meta refresh before our tag": {
    from: "/refresh",
    go: async (page) => page,
    forgets: true,
    leaves: true,
  },
};

/** On which page the visitor says yes; never, or no on each. */
const WORDS = ["undecided", "refused", 1, 2, 3] as const;
type Word = (typeof WORDS)[number];

const LINKS = `${BODY}<a id="next" href="/prix">Prix</a> <a id="tab" href="/prix" target="_blank">Prix</a>
  <a id="moved" href="/moved/prix">Prix</a> <a id="third" href="/contact">Contact</a> <a id="anchor" href="#bas">Bas</a>
  <form action="/prix"><input name="q" value="pneus"><button id="send">Chercher</button></form>`;

async function serve(site: TestSite): Promise<void> {
  // Without the condition on pages viewed: what is told here is where the visitor came from.
  const conditions = (garage().conditions ?? []).filter(({ id }) => id !== "hesitant");
  await site.serve({ conditions }, { body: LINKS });
  site.page("/replace", { head: '<script>location.replace("/prix")</script>' });
  site.page("/refresh", { head: '<meta http-equiv="refresh" content="0;url=/prix">' });
  site.folder("/moved/", (path) => ({ status: 302, headers: { Location: `/${path}` } }));
}

/** One life: three pages, each looked at before and after the visitor says what he says there. */
async function live(start: Page, site: TestSite, landing: Landing, way: Way, word: Word): Promise<void> {
  const address = site.url(`${way.from ?? "/"}${landing.query}`);
  const sent = site.received().length;
  let isStored = false;
  /** @param isKnown where the visitor came from can be found on this page @param path of this page */
  const look = async (page: Page, step: number, isKnown: boolean, path: string) => {
    const expected = isKnown || isStored ? known : UNKNOWN;
    await settled(page);
    await expectNumber(page, expected.number);
    if (word === "refused") await say(page, false);
    if (typeof word === "number" && step >= word) {
      if (!isStored) {
        expect(site.received().slice(sent)).toEqual([]);
        if (!isKnown) known = UNKNOWN;
        entry = {
          landing: isKnown ? address : site.url(path),
          condition: known.condition,
          channel: known.channel,
        };
      }
      isStored = true;
      await say(page, true);
      await expectStored(page, entry);
    } else await expectNothingStored(page);
    await expectNumber(page, expected.number);
  };
  let known: typeof UNKNOWN = landing;
  let entry = {};

  await start.goto(address, { ...(landing.referer && { referer: landing.referer }), waitUntil: "commit" });
  if (!way.leaves) await look(start, 1, true, "/");
  const page = await way.go(start, site);
  if (!way.stays) await page.waitForURL(/\/prix/);
  const isNamed = landing.query !== "";
  await look(page, 2, isNamed || !!way.stays, "/prix");
  await page.click("#third");
  await page.waitForURL("**/contact");
  await look(page, 3, isNamed && !way.forgets, "/contact");

  const entries = () =>
    site
      .received()
      .slice(sent)
      .filter(({ type }) => type === "entry");
  if (isStored) await expect.poll(() => entries().length, { message: "entries" }).toBe(1);
  expect(entries()).toMatchObject(isStored ? [entry] : []);
  if (!isStored) expect(site.received().slice(sent)).toEqual([]);
}

const ALL = process.env.MGT_LANDINGS === "all";

for (const [row, [name, way]] of Object.entries(WAYS).entries())
  for (const [column, word] of WORDS.entries())
    for (const [place, [from, landing]] of Object.entries(LANDINGS).entries()) {
      if (way.leaves && word === 1) continue;
      if (!ALL && (row + column) % 4 !== place) continue;
      const says = typeof word === "number" ? `yes on page ${word}` : word;
      test(`${from}, ${name}, ${says}`, async ({ page, site }) => {
        await serve(site);
        await live(page, site, landing, way, word);
      });
    }
