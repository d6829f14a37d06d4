import { describe, expect, test } from "vitest";
import { explain } from "../../../src/explain/explain.ts";
import { advance } from "../../../src/page/entry/advance.ts";
import { BLANK } from "../../../src/page/terminal/session.ts";
import { markedLanding } from "../../../src/vocabulary/channels/markedLanding.ts";
import { paramIn } from "../../../src/vocabulary/paramIn.ts";
import { rulesOf } from "../../../src/vocabulary/rulesOf.ts";
import { URL_IDS } from "../../../src/vocabulary/trackingIds.ts";
import { compiled } from "../../support/compiled.ts";
import { garage } from "../../support/garage.ts";
import { entry, eventsBody, ORIGIN, site, startEndpoint } from "./harness.ts";

/** A site none of whose conditions names a channel: its script has no table of them (SPEC §6). */
const conditions = [
  { id: "google-ads", source: "Google Ads", when: { param: "gclid" }, numbers: { main: "+33184880001" } },
];

/** The entry that the script of such a site sends of an arrival: the page's own code, with what its script is given. */
function sent(query: string, referrer: string, of = site({ conditions })) {
  const place = { ...of, plans: {} };
  const { tellChannel: _, ...rules } = rulesOf(place);
  const view = { url: `${ORIGIN}/${query}`, referrer, arrival: true, pages: 1, at: Date.now() };
  const { arrived } = advance(
    { ...rules, markLanding: markedLanding },
    place,
    BLANK,
    { ...view, language: "fr", device: "desktop" },
    false,
    (url) =>
      Object.fromEntries(
        URL_IDS.split(" ").flatMap((name) => {
          const value = paramIn(url, name);
          return value ? [[name, value]] : [];
        }),
      ),
  );
  if (!arrived) throw new Error("an arrival is an entry");
  return arrived;
}

const ARRIVALS: readonly (readonly [query: string, referrer: string, channel: string])[] = [
  ["", "", "direct"],
  ["", `${ORIGIN}/b`, "internal"],
  ["", "https://secure.payzen.eu/", "internal"],
  ["?utm_medium=email", `${ORIGIN}/b`, "email"],
  ["", "https://www.google.fr/", "organic_search"],
  ["", "https://claude.ai/", "ai_assistant"],
  ["", "android-app://com.facebook.katana/", "organic_social"],
  ["", "https://webmail.orange.fr/", "email"],
  ["", "https://blog.example/post", "referral"],
  ["?utm_source=fb_ads&utm_medium=cpc", "", "paid_social"],
  ["?utm_source=lebonsite&utm_medium=cpc&secret=1", "", "paid_other"],
  ["?utm_campaign=x", "", "other"],
  ["?gclid=x", "", "paid_search"],
  ["?page=2?gclid=x", "https://www.google.com/", "paid_search"],
  ["?gclid=&gclid=x", "", "paid_search"],
  ["?fbclid=x", "", "organic_social"],
  ["?fbclid=x&utm_medium=cpc", "", "paid_social"],
  ["?msclkid=x&utm_medium=email", "", "paid_search"],
  ["?ttclid=x", "https://www.tiktok.com/", "paid_social"],
  ["?twclid=x&utm_source=b", "", "paid_social"],
  ["?gad_source=1", "https://www.google.com/", "paid_search"],
  ["?dclid=x", "", "display"],
  ["?mc_cid=x", "", "email"],
  ["?igsh=x", "", "organic_social"],
];

test.each(ARRIVALS)(
  "%s from %s: the endpoint tells %s, as the page would have",
  async (query, referrer, channel) => {
    const arrived = sent(query, referrer);
    const named = arrived.condition === "google-ads";
    expect([arrived.channel, arrived.source]).toEqual(["", named ? "Google Ads" : ""]);
    const endpoint = await startEndpoint({ sites: [site({ conditions })] });
    const body = eventsBody([{ ...entry(), ...arrived }]);
    expect((await endpoint.post("/v1/events", body)).status).toBe(204);
    const [kept] = (await endpoint.store.copy("mod-test", body.visitor)).events;
    expect(kept).toMatchObject({ channel, source: named ? "Google Ads" : channel });
    // Nothing is kept that the site does not keep.
    expect((kept as { landing: string }).landing).not.toMatch(/\*|secret/);
    const { rows } = (await endpoint.admin("/v1/sites/mod-test/report")).json;
    expect(rows.map((row: { channel: string }) => row.channel)).toEqual([channel]);
    const told = explain(site({ conditions: [] }), { url: `${ORIGIN}/${query}`, referrer });
    expect(told.channel).toBe(channel);
  },
);

test("a tag that the site does not keep is told by its name: the arrival is not direct", async () => {
  const place = site({ conditions, params: ["utm_source", "utm_medium"] });
  const arrived = sent("?utm_campaign=secret", "", place);
  expect(arrived.landing).not.toContain("secret");
  const endpoint = await startEndpoint({ sites: [place] });
  const body = eventsBody([{ ...entry(), ...arrived }]);
  await endpoint.post("/v1/events", body);
  const [kept] = (await endpoint.store.copy("mod-test", body.visitor)).events;
  expect(kept).toMatchObject({ channel: "other", landing: `${ORIGIN}/` });
});

test("what a script has told stands", async () => {
  const endpoint = await startEndpoint();
  const body = eventsBody([entry({ channel: "email", source: "Lettre" })]);
  await endpoint.post("/v1/events", body);
  const [kept] = (await endpoint.store.copy("mod-test", body.visitor)).events;
  expect(kept).toMatchObject({ channel: "email", source: "Lettre" });
});

describe("the table of channels", () => {
  const script = (when: object) =>
    compiled(garage({ conditions: [{ ...conditions[0], when } as (typeof conditions)[0]] }));

  test("is in a script only where a condition names one", async () => {
    const [without, with_] = [await script({ param: "gclid" }), await script({ channel: "email" })];
    for (const word of ["facebook", "duckduckgo", "perplexity", "paid_social"]) {
      expect(without).not.toContain(word);
      expect(with_).toContain(word);
    }
    expect(with_.length - without.length).toBeGreaterThan(2_000);
  }, 60_000);
});
