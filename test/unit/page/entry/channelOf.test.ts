import { describe, expect, test } from "vitest";
import { channelBy } from "../../../../src/explain/channelBy.ts";
import { channelOf, hasCampaign, hostOf } from "../../../../src/page/entry/channelOf.ts";

/** Query of the page of entry, host of the referrer, what the entry is. */
const ROWS: readonly [query: string, from: string, channel: string][] = [
  ["", "", "direct"],
  ["?gclid=TeSt-123", "", "paid_search"],
  ["?gbraid=1", "", "paid_search"],
  ["?wbraid=1", "", "paid_search"],
  ["?msclkid=1", "www.bing.com", "paid_search"],
  ["?ttclid=1", "", "paid_social"],
  ["?li_fat_id=1", "", "paid_social"],
  ["?twclid=1", "", "paid_social"],
  ["?dclid=1", "", "display"],
  ["?gclid=", "", "direct"],
  // The order in which they decide
  ["?gclid=1&utm_medium=email", "", "paid_search"],
  ["?utm_medium=email&utm_source=google", "www.google.com", "email"],
  ["?utm_source=facebook", "www.google.com", "organic_social"],
  ["?fbclid=1", "www.google.com", "organic_search"],
  ["?fbclid=1", "", "organic_social"],
  ["?fbclid=1", "l.facebook.com", "organic_social"],
  ["?fbclid=1&utm_medium=cpc&utm_source=facebook", "", "paid_social"],
  // utm_medium
  ["?utm_medium=cpc", "", "paid_search"],
  ["?utm_medium=CPC", "", "paid_search"],
  ["?utm_medium=ppc", "", "paid_search"],
  ["?utm_medium=paid-social", "", "paid_social"],
  ["?utm_medium=paid_social", "", "paid_social"],
  ["?utm_medium=organic", "", "organic_search"],
  ["?utm_medium=social", "", "organic_social"],
  ["?utm_medium=email", "", "email"],
  ["?utm_medium=newsletter", "", "email"],
  ["?utm_medium=display", "", "display"],
  ["?utm_medium=banner", "", "display"],
  ["?utm_medium=affiliate", "", "affiliate"],
  ["?utm_medium=referral", "", "referral"],
  // utm_source alone
  ["?utm_source=google", "", "organic_search"],
  ["?utm_source=chatgpt.com", "", "ai_assistant"],
  ["?utm_source=Facebook", "", "organic_social"],
  ["?utm_source=partenaire", "", "direct"],
  ["?utm_source=partenaire", "blog.example", "referral"],
  // Referrers
  ["", "www.google.com", "organic_search"],
  ["", "www.google.fr", "organic_search"],
  ["", "google.co.uk", "organic_search"],
  ["", "www.bing.com", "organic_search"],
  ["", "duckduckgo.com", "organic_search"],
  ["", "www.qwant.com", "organic_search"],
  ["", "www.ecosia.org", "organic_search"],
  ["", "fr.search.yahoo.com", "organic_search"],
  ["", "search.brave.com", "organic_search"],
  ["", "com.google.android.googlequicksearchbox", "organic_search"],
  ["", "chatgpt.com", "ai_assistant"],
  ["", "chat.openai.com", "ai_assistant"],
  ["", "www.perplexity.ai", "ai_assistant"],
  ["", "claude.ai", "ai_assistant"],
  ["", "gemini.google.com", "ai_assistant"],
  ["", "copilot.microsoft.com", "ai_assistant"],
  ["", "chat.mistral.ai", "ai_assistant"],
  ["", "www.facebook.com", "organic_social"],
  ["", "l.instagram.com", "organic_social"],
  ["", "www.linkedin.com", "organic_social"],
  ["", "t.co", "organic_social"],
  ["", "x.com", "organic_social"],
  ["", "www.tiktok.com", "organic_social"],
  ["", "youtu.be", "organic_social"],
  ["", "fr.pinterest.com", "organic_social"],
  // Look-alikes
  ["", "annuaire-garages.example", "referral"],
  ["", "mail.google.com", "referral"],
  ["", "docs.google.com", "referral"],
  ["", "notgoogle.com", "referral"],
  ["", "google.com.evil-domain.example", "referral"],
  ["", "myfacebook.com", "referral"],
  ["", "outlook.com", "referral"],
  ["", "netflix.com", "referral"],
  ["", "claudel-avocats.fr", "referral"],
];

test.each(ROWS)("%s from %s: %s", (query, from, channel) => {
  expect(channelOf(new URL(`https://site.example/${query}`), from)).toBe(channel);
});

describe("what decided is told", () => {
  test.each([
    ["?gclid=1", "", "gclid"],
    ["?utm_medium=email", "", "utm_medium"],
    ["?utm_source=facebook", "", "utm_source"],
    ["?fbclid=1", "", "fbclid"],
    ["", "blog.example", "blog.example"],
    ["", "", ""],
  ])("%s from %s: %s", (query, from, by) => {
    expect(channelBy(new URL(`https://site.example/${query}`), from)).toBe(by);
  });
});

test("a campaign is a click id or any utm_ parameter that is not empty", () => {
  const has = (query: string) => hasCampaign(new URL(`https://site.example/${query}`));
  for (const query of ["?gclid=1", "?fbclid=1", "?utm_campaign=x", "?a=1&utm_source=b", "?mc_cid=1"])
    expect(has(query), query).toBe(true);
  for (const query of ["", "?gclid=", "?utm_source=", "?page=2", "?autm_source=1", "#gclid=1"])
    expect(has(query), query).toBe(false);
});

test("the host of a referrer, nothing where there is none", () => {
  expect(hostOf("https://www.google.com/search?q=x")).toBe("www.google.com");
  expect(hostOf("android-app://com.google.android.googlequicksearchbox/")).toBe(
    "com.google.android.googlequicksearchbox",
  );
  for (const referrer of ["", "direct", "//[", "about:blank"]) expect(hostOf(referrer)).toBe("");
});
