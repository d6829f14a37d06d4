import { GRANTED } from "../../support/acts.ts";
import { expectNumber, expectStored, settled } from "../../support/expectRequests.ts";
import { ADS, garage, NEWSLETTER, SEO, TRACKED } from "../../support/garage.ts";
import { RealEndpoint } from "../../support/RealEndpoint.ts";
import { sessionOf, visitorOf } from "../../support/storageOf.ts";
import { test as base, expect } from "../../support/test.ts";

/** The channel of an arrival: told on the page where a condition names one, else by the endpoint (SPEC §6). */

const UNNAMED = [
  { id: "google-ads", source: "Google Ads", when: { param: "gclid" }, numbers: { main: ADS } },
  { id: "prices", source: "Tarifs", when: { landing: "/prix" }, numbers: { main: NEWSLETTER } },
];

const test = base.extend<object, { endpoint: RealEndpoint }>({
  endpoint: [
    async ({ server }, use) => {
      const origins = [`http://*.garage.localhost:${server.port}`];
      const endpoint = new RealEndpoint([
        garage({ origins }),
        garage({ key: "unnamed", origins, conditions: UNNAMED }),
      ]);
      await endpoint.start();
      await use(endpoint);
      await endpoint.remove();
    },
    // Its scripts are compiled first: its start is no part of the first test's time.
    { scope: "worker", timeout: 90_000 },
  ],
});

const ARRIVALS: readonly (readonly [query: string, referer: string, channel: string, number: string])[] = [
  ["", "", "direct", TRACKED],
  ["", "https://www.google.fr/", "organic_search", SEO],
  ["", "https://www.bing.com./", "organic_search", SEO],
  ["", "https://mail.google.com/", "email", NEWSLETTER],
  ["?utm_source=fb_ads&utm_medium=%20CPC", "", "paid_social", TRACKED],
  ["?utm_source=lebonsite&utm_medium=cpc", "", "paid_other", TRACKED],
  ["?utm_source=flyer&utm_medium=print", "", "offline", TRACKED],
  ["?utm_campaign=printemps", "", "other", TRACKED],
  ["?ttclid=secret", "https://www.tiktok.com/", "paid_social", TRACKED],
  ["?page=2?gclid=x", "https://www.google.com/", "paid_search", ADS],
  ["", "https://p.monetico-services.com/", "internal", TRACKED],
];

for (const [query, referer, channel, number] of ARRIVALS)
  test(`/${query} from ${referer || "nowhere"} is ${channel}, whoever tells it`, async ({
    page,
    site,
    endpoint,
  }) => {
    for (const key of ["garage", "unnamed"]) {
      site.page("/", {
        head: GRANTED,
        script: `<script src="${endpoint.address}/${key}.js" async></script>`,
      });
      await page.context().clearCookies();
      await page.goto(site.url(`/${query}`), referer ? { referer } : {});
      await settled(page);
      await expectStored(page, { pending: [] });
      const told = key === "garage";
      const isNamed = number !== TRACKED && (told || number === ADS);
      await expectNumber(page, isNamed ? number : TRACKED);
      const session = await sessionOf(page);
      expect(session?.channel).toBe(told ? channel : "");
      if (!isNamed) expect(session?.source).toBe(told ? channel : "");
      const { events } = await endpoint.visitor(key, (await visitorOf(page)) ?? "");
      const entry = events.find(({ type }) => type === "entry");
      expect(entry).toMatchObject({ channel, ...(!isNamed && { source: channel }) });
      expect(JSON.stringify(events)).not.toContain("secret");
      await page.evaluate(() => localStorage.clear());
    }
  });

test("a script that tells no channels decides on everything else, on later pages too", async ({
  page,
  site,
}) => {
  await site.serve({ conditions: UNNAMED }, { head: GRANTED });
  await page.goto(site.url("/prix?utm_medium=email"), { referer: "https://www.google.com/" });
  await settled(page);
  await expectNumber(page, NEWSLETTER);
  await expectStored(page, { condition: "prices", source: "Tarifs", channel: "" });
  await page.goto(site.url("/b"));
  await settled(page);
  await expectStored(page, { condition: "prices", source: "Tarifs", channel: "", pages: 2 });
  await expectNumber(page, NEWSLETTER);
  expect(site.received().filter(({ type }) => type === "entry")).toMatchObject([
    {
      channel: "",
      source: "Tarifs",
      referrer: "https://www.google.com/",
      landing: site.url("/prix?utm_medium=email"),
    },
  ]);
});

test("a visitor of before a condition named a channel is judged by what is stored of his entry", async ({
  page,
  site,
}) => {
  await site.serve({ conditions: UNNAMED }, { head: GRANTED });
  await page.goto(site.url("/"), { referer: "https://www.google.com/" });
  await settled(page);
  await expectStored(page, { channel: "", condition: "" });
  await site.serve({}, { head: GRANTED });
  await page.goto(site.url("/b"));
  await settled(page);
  await expectStored(page, { channel: "organic_search", condition: "seo", pages: 2 });
  await expectNumber(page, SEO);
});
