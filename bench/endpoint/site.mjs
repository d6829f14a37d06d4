import { randomUUID } from "node:crypto";

/**
 * @param {number} number of the site: each has its own key and host
 * @returns {import("../../src/vocabulary/site.ts").SiteInput}
 */
export function benchSite(number = 0) {
  return {
    key: `bench-${number}`,
    origins: [originOf(number)],
    mode: "parcours",
    numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    consent: { manager: "manual" },
  };
}

export const originOf = (number = 0) => `https://www.garage-${number}.example`;

/** Body of one request. One event: about 400 bytes. */
export function eventsBody(events = 1, visitor = randomUUID(), site = 0) {
  const now = Date.now();
  const origin = originOf(site);
  return JSON.stringify({
    site: `bench-${site}`,
    visitor,
    sent: now,
    consent: "0123456789abcdef0123456789abcdef",
    events: [
      {
        id: randomUUID(),
        type: "entry",
        at: now,
        landing: `${origin}/revision`,
        referrer: "https://www.google.com/",
        tracking_ids: { gclid: "EAIaIQobChMI8Jy_synthetic" },
        condition: "google-ads",
        source: "Google Ads",
        channel: "paid_search",
      },
      ...Array.from({ length: events - 1 }, (_, index) => ({
        id: randomUUID(),
        type: "page",
        at: now + index,
        url: `${origin}/page-${index}`,
        pages: index + 2,
      })),
    ],
  });
}
