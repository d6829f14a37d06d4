import { describe, expect, test } from "vitest";
import { channelBy } from "../../../../src/explain/channelBy.ts";
import { arrivalChannel } from "../../../../src/vocabulary/channels/arrivalChannel.ts";
import { channelOf } from "../../../../src/vocabulary/channels/channelOf.ts";
import { hasCampaign } from "../../../../src/vocabulary/channels/hasCampaign.ts";
import { hostOf } from "../../../../src/vocabulary/channels/hostOf.ts";
import { isFromInside } from "../../../../src/vocabulary/channels/isFromInside.ts";
import { markedLanding } from "../../../../src/vocabulary/channels/markedLanding.ts";
import type { Channel } from "../../../../src/vocabulary/channels.ts";
import { mendedUrl } from "../../../../src/vocabulary/mendedUrl.ts";
import { pageDefaults } from "../../../../src/vocabulary/pageDefaults.ts";
import { rulesOf } from "../../../../src/vocabulary/rulesOf.ts";

/** What brought the visitor: query of the page of entry, host of the referrer. */
type Arrival = readonly [query: string, from?: string];

/** A row for each channel, so that one without a case does not compile. */
const ARRIVALS: Readonly<Record<Exclude<Channel, "internal">, readonly Arrival[]>> = {
  paid_search: [
    ...["gclid", "gbraid", "wbraid", "msclkid", "gad_source", "gad_campaignid", "yclid"].map(
      (name): Arrival => [`?${name}=x`],
    ),
    ["?gclid=1&utm_source=lettre&utm_medium=email"],
    ["?gclid=1", "www.facebook.com"],
    ["?gclid=&gclid=1"],
    ["?utm_source=google&utm_medium=cpc"],
    ["?utm_source=bing&utm_medium=CPC"],
    ["?utm_source=Bing_Ads&utm_medium=ppc"],
    ["?utm_source=google.fr&utm_medium=cpc"],
    ["?utm_source=qwant&utm_medium=paid"],
    ["?utm_source=google&utm_medium=%20cpc%0A"],
    ["?utm_source=google&utm_medium=cpc-brand"],
    ["?utm_source=google&utm_medium=sem"],
    ["?utm_source=google&utm_medium=retargeting"],
    ["?utm_source=adwords&utm_medium=cpc"],
    ["?utm_source=gads&utm_medium=cpc"],
    ["?utm_medium=google-ads"],
    ["?utm_medium=paid-search"],
    ["?utm_medium=sea"],
    ["?utm_medium=cpc", "www.ecosia.org"],
    ["?utm_source=google_ads"],
    ["?utm_source_platform=Google+Ads&utm_id=7", "www.google.com"],
  ],
  paid_social: [
    ...["ttclid", "twclid", "li_fat_id", "rdt_cid", "epik", "ScCid"].map((name): Arrival => [`?${name}=x`]),
    ["?ttclid=1", "www.tiktok.com"],
    ...[
      ...["facebook", "facebook_ads", "FB", "fb_ig", "fbads", "ig", "meta", "meta-ads", "an", "msg", "th"],
      ...["Facebook_Desktop_Feed", "Instagram_Reels", "m.facebook.com", "campagne-instagram-automne"],
      ...["linkedin", "linkedin_ads", "tiktok-ads", "snapchat", "x", "x_ads", "youtube", "pinterest.fr"],
    ].map((source): Arrival => [`?utm_medium=paid&utm_source=${source}`]),
    ["?utm_source=facebook&utm_medium=cpm"],
    ["?utm_source=instagram&utm_medium=display"],
    ["?utm_source=fb&utm_medium=remarketing"],
    ["?utm_medium=paid_social"],
    ["?utm_source=agence&utm_medium=social+ads"],
    ["?utm_source=agence&utm_medium=social%20payant"],
    ["?utm_medium=cpc&fbclid=1"],
    ["?utm_medium=cpc", "l.instagram.com"],
  ],
  paid_other: [
    ["?utm_medium=cpc"],
    ["?utm_source=lebonsite&utm_medium=cpc"],
    ["?utm_source=criteo&utm_medium=cpa"],
    ["?utm_source=lettre-partenaire&utm_medium=paid"],
    ["?utm_source=perplexity&utm_medium=cpc"],
    ["?utm_source=agence&utm_medium=sponsored", "blog.example"],
  ],
  organic_search: [
    ...[
      ...["www.google.com", "www.google.fr", "google.co.uk", "www.google.com.br", "images.google.de"],
      ...["maps.google.com", "www.bing.com", "duckduckgo.com"],
      ...["html.duckduckgo.com", "lite.qwant.com", "www.ecosia.org", "fr.search.yahoo.com"],
      ...["search.yahoo.co.jp", "search.brave.com", "www.startpage.com", "kagi.com", "search.lilo.org"],
      ...["yandex.com.tr", "suche.gmx.net", "suche.t-online.de", "search.seznam.cz", "swisscows.com"],
      ...["metager.org", "www.mojeek.co.uk", "lemoteur.orange.fr", "syndicatedsearch.goog"],
      // Android's
      ...["com.google.android.googlequicksearchbox", "com.duckduckgo.mobile.android", "com.qwant.liberty"],
    ].map((host): Arrival => ["", host]),
    ["?fbclid=1", "www.google.com"],
    ["?srsltid=x"],
    ["?utm_medium=organic"],
    ["?utm_source=gmb"],
    ["?utm_source=Google-Business-Profile&utm_medium=organic", "www.google.com"],
    ["?utm_source=google&utm_medium="],
    ["?utm_source=acme", "www.google.com"],
  ],
  organic_social: [
    ...[
      ...["www.facebook.com", "l.facebook.com", "lm.facebook.com", "l.instagram.com", "www.linkedin.com"],
      ...["t.co", "x.com", "www.tiktok.com", "youtu.be", "fr.pinterest.com", "out.reddit.com", "lnkd.in"],
      ...["www.threads.net", "l.threads.com", "web.whatsapp.com", "t.me", "web.telegram.org", "bsky.app"],
      ...["mastodon.social", "mastodon.online", "nextdoor.fr", "www.xing.com", "discord.com", "m.me"],
      // Android's
      ...["com.facebook.katana", "com.facebook.orca", "com.linkedin.android", "com.reddit.frontpage"],
      ...["com.pinterest", "com.zhiliaoapp.musically", "org.telegram.messenger", "com.twitter.android"],
      ...["com.instagram.barcelona", "com.snapchat.android", "com.google.android.youtube", "com.whatsapp"],
    ].map((host): Arrival => ["", host]),
    ["?fbclid=1"],
    ["?igshid=1"],
    ["?igsh=1", "blog.example"],
    ["?utm_source=facebook", "www.google.com"],
    ["?utm_source=facebook&utm_source=google"],
    ["?utm_source=facebook&utm_medium=organic"],
    ["?utm_source=instagram&utm_medium=story"],
    ["?utm_source=whatsapp&utm_medium=lien-court"],
    ["?utm_source=agence&utm_medium=social-network"],
    ["?utm_medium=r%C3%A9seaux%20sociaux"],
    ["?utm_medium=sm"],
  ],
  ai_assistant: [
    ...[
      ...["chatgpt.com", "chat.openai.com", "www.perplexity.ai", "claude.ai", "gemini.google.com"],
      ...["bard.google.com", "copilot.microsoft.com", "www.copilot.com", "copilot.cloud.microsoft"],
      ...["m365.cloud.microsoft", "chat.mistral.ai", "chat.deepseek.com", "grok.com", "www.meta.ai"],
      ...["le.chat", "com.anthropic.claude"],
      ...["duck.ai", "you.com", "poe.com", "lumo.proton.me"],
      // Android's
      ...["com.openai.chatgpt", "com.google.android.apps.bard", "ai.perplexity.app.android"],
      ...["com.microsoft.copilot", "ai.mistral.chat", "com.deepseek.chat", "ai.x.grok"],
    ].map((host): Arrival => ["", host]),
    ...["chatgpt.com", "perplexity", "claude", "Gemini", "meta.ai", "copilot.microsoft.com", "mistral"].map(
      (source): Arrival => [`?utm_source=${source}`],
    ),
    ["?utm_source=chatgpt.com&utm_medium=organic"],
    ["?utm_source=acme&utm_medium=ai"],
    ["?utm_source=acme&utm_medium=IA"],
    ["?utm_source=acme&utm_medium=llm-answer"],
  ],
  email: [
    ...[
      ...[
        "mail.google.com",
        "outlook.live.com",
        "outlook.office365.com",
        "mail.proton.me",
        "mail01.orange.fr",
      ],
      ...["messagerie.sfr.fr", "zimbra.free.fr", "webmail.laposte.net", "e.mail.ru", "email.t-online.de"],
      ...["webmail1n.orange.fr", "webmail22.orange.fr", "navigator-bs.gmx.net", "roundcube.asso.example"],
      ...["navigator.gmx.net", "deref-gmx.net", "deref-web-02.de", "poczta.onet.pl", "email.seznam.cz"],
      ...["mail.yahoo.com", "mail.yandex.ru", "www.mailo.com", "www.icloud.com"],
      // Android's
      ...["com.google.android.gm", "com.microsoft.office.outlook", "com.yahoo.mobile.client.android.mail"],
      ...["ch.protonmail.android", "com.samsung.android.email.provider"],
    ].map((host): Arrival => ["", host]),
    ...[
      ...["email", "E-mail", "e_mail", "e%20mail", "mail", "mailing", "e-mailing", "newsletter", "hs_email"],
      ...["courriel", "emailcampaign", "infolettre"],
    ].map((medium): Arrival => [`?utm_source=acme&utm_medium=${medium}`]),
    ["?mc_cid=1"],
    ["?utm_source=brevo"],
    ["?utm_source=newsletter-12"],
    ["?utm_medium=email&utm_source=google", "www.google.com"],
    ["?fbclid=1&utm_medium=email"],
  ],
  sms: [["?utm_medium=sms"], ["?utm_medium=sms-rappel&utm_source=acme"], ["?utm_source=SMS"]],
  push: [
    ["?utm_medium=push"],
    ["?utm_medium=web-push"],
    ["?utm_medium=mobile_notification"],
    ["?utm_source=firebase"],
  ],
  offline: [
    ...[
      ...["qr", "qrcode", "QR-Code", "code_qr", "print", "flyer", "flyers", "radio", "tv", "ctv", "audio"],
      ...["podcast", "affiche", "prospectus", "magazine", "t%C3%A9l%C3%A9vision", "direct-mail", "presse"],
    ].map((medium): Arrival => [`?utm_source=acme&utm_medium=${medium}`]),
    ["?utm_source=facebook&utm_medium=print"],
    ["?utm_source=flyer-automne"],
  ],
  display: [
    ...[
      ...[
        "display",
        "banner",
        "banners",
        "banni%C3%A8re",
        "cpm",
        "expandable",
        "interstitial",
        "programmatic",
      ],
      ...["retargeting", "remarketing"],
    ].map((medium): Arrival => [`?utm_source=criteo&utm_medium=${medium}`]),
    ["?utm_source=google&utm_medium=display"],
    ["?dclid=1"],
  ],
  affiliate: [["?utm_medium=affiliate"], ["?utm_medium=affiliation"], ["?awc=1_2"], ["?utm_source=awin"]],
  referral: [
    ...["referral", "referrer", "partner", "partenaire", "link", "app", "annuaire"].map(
      (medium): Arrival => [`?utm_source=acme&utm_medium=${medium}`],
    ),
    ["?utm_source=acme", "blog.example"],
    ...[
      ...["annuaire-garages.example", "docs.google.com", "business.google.com", "accounts.google.com"],
      ...["teams.microsoft.com", "vimeo.com", "netflix.com", "claudel-avocats.fr", "www.dailymail.co.uk"],
      // Look-alikes
      ...["notgoogle.com", "google.com.evil-domain.example", "myfacebook.com", "xx.com", "thank-you.com"],
      ...["com.android.chrome"],
      // A site's own host for its community is no network's, and no Android package either.
      ...[
        "discord.guilde.example",
        "facebook.com.evil.example",
        "bing.evil.example",
        "copilot.agence.example",
      ],
    ].map((host): Arrival => ["", host]),
  ],
  other: [
    ["?utm_source=acme"],
    ["?utm_source=partenaire"],
    ["?utm_campaign=printemps"],
    ["?utm_source=acme&utm_medium=chatbot"],
    ["?utm_source=saint-claude&utm_medium=mairie"],
    ["?utm_source=nouvel-an"],
    ["?utm_source=just-for-you"],
    ["?utm_source=printemps"],
    ["?utm_source=mailbox"],
    ["?utm_source=x-mas"],
  ],
  direct: [
    [""],
    ["?page=2"],
    ["?gclid="],
    ["?gclsrc=aw.ds"],
    ["?nbraid=1"],
    ["?utm_source="],
    ["?utm_source=(direct)&utm_medium=(not%20set)"],
    ["?UTM_SOURCE=google&UTM_MEDIUM=cpc"],
    ["#utm_source=google&utm_medium=cpc"],
  ],
};

const ROWS = Object.entries(ARRIVALS).flatMap(([channel, arrivals]) =>
  arrivals.map(([query, from = ""]): [string, string, string] => [query, from, channel]),
);

test.each(ROWS)("%s from %s: %s", (query, from, channel) => {
  expect(channelOf(new URL(`https://site.example/${query}`), from)).toBe(channel);
});

describe("what decided is told", () => {
  test.each([
    ["?gclid=1", "", "gclid"],
    ["?utm_medium=email", "", "utm_medium"],
    ["?utm_source=facebook", "", "utm_source"],
    ["?fbclid=1", "", "fbclid"],
    ["?gclid=1&utm_medium=cpc", "", "gclid"],
    ["?utm_medium=cpc&utm_source=google", "", "utm_medium"],
    ["?utm_source=google_ads", "", "utm_source"],
    ["?utm_source=facebook&utm_medium=organic", "", "utm_source"],
    ["?utm_source=acme&utm_medium=chatbot", "", "utm_source"],
    ["?utm_campaign=x", "", "utm_campaign"],
    ["?utm_source=(direct)", "", ""],
    ["", "www.google.fr", "google"],
    ["", "l.facebook.com", "facebook"],
    ["", "com.facebook.katana", "facebook"],
    ["", "t.co", "t.co"],
    ["", "mail.google.com", "mail.google.com"],
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
  expect(hostOf("https://bing.com./")).toBe("bing.com");
  for (const referrer of ["", "direct", "//[", "about:blank"]) expect(hostOf(referrer)).toBe("");
});

test("a tagged arrival is never direct", () => {
  for (const value of ["a", "%20", "é", "0", "null"])
    for (const name of ["utm_source", "utm_medium", "utm_campaign", "utm_id"])
      expect(channelOf(new URL(`https://site.example/?${name}=${value}`), "")).not.toBe("direct");
});

test.each([
  ["?page=2?gclid=x", "paid_search"],
  ["?page=2?utm_source=facebook&utm_medium=cpc", "paid_social"],
  ["?amp;utm_medium=cpc&amp;utm_source=google", "paid_search"],
  ["?a=1&amp;utm_medium=email", "email"],
])("%s is read as it was meant: %s", (query, channel) => {
  expect(channelOf(mendedUrl(`https://site.example/${query}`), "")).toBe(channel);
});

test("a query that is right stays as it is, also with a ? in a value", () => {
  for (const query of ["?a=1&utm_source=b%20c", "?back=/search?q=1&x=2", "?q=r%26amp;d", ""])
    expect(mendedUrl(`https://site.example/${query}`).href).toBe(`https://site.example/${query}`);
});

describe("from the site's own pages, or by way of a payment", () => {
  const site = pageDefaults({ key: "k", mode: "parcours", origins: ["https://www.garage.example"] });
  const { isInside } = rulesOf(site);
  const channel = (query: string, from: string) => {
    const url = new URL(`https://www.garage.example/${query}`);
    return arrivalChannel(url, from, isFromInside(url, from, isInside));
  };

  test.each([
    ...["www.garage.example", "garage.example", "checkout.stripe.com", "p.monetico-services.com"],
    ...["secure.payzen.eu", "secure.lyra.com", "secure.ogone.com", "payment-webinit.sips-services.com"],
    ...["payment-webinit.mercanet.bnpparibas.net", "checkout.getalma.eu", "tpeweb.paybox.com"],
    ...["tpeweb.e-transactions.fr", "homologation-webpayment.payline.com", "www.paypal.com"],
    ...["paiement.systempay.fr", "secure-gateway.hipay-tpp.com", "www.payfip.gouv.fr"],
  ])("%s is no source", (host) => {
    expect(channel("", host)).toBe("internal");
    expect(channel("?utm_medium=email", host)).toBe("email");
  });

  test.each(["blog.garage.example", "garage.example.com", "notstripe.com", "labanquepostale.fr"])(
    "%s is one",
    (host) => {
      expect(channel("", host)).toBe("referral");
    },
  );
});

test("a landing keeps the names of the clicks that only the endpoint will tell", () => {
  const mark = (query: string, clean = "https://site.example/") =>
    markedLanding(clean, new URL(`https://site.example/${query}`));
  expect(mark("?ttclid=secret&x=1")).toBe("https://site.example/?ttclid=*");
  expect(mark("?utm_source=b&ttclid=1&ttclid=2&mc_cid=3", "https://site.example/?utm_source=b")).toBe(
    "https://site.example/?utm_source=b&ttclid=*&mc_cid=*",
  );
  // Kept by the site, or among the ids.
  expect(mark("?ttclid=1&gclid=2", "https://site.example/?ttclid=1")).toBe("https://site.example/?ttclid=1");
  expect(mark("?ttclid=&page=2")).toBe("https://site.example/");
});
