import { expect, test } from "vitest";
import { urlCleaner } from "../../../../src/endpoint/ingest/urlCleaner.ts";
import { site } from "../harness.ts";

test("a cleaner answers the same every time, and for each site by its own parameters", () => {
  const [own, other] = [urlCleaner(site()), urlCleaner(site({ params: [], conditions: [] }))];
  const urls = Array.from({ length: 2_500 }, (_, index) => `https://a.example/page-${index}?utm_source=x`);
  for (let round = 0; round < 2; round++)
    for (const url of [...urls, ...urls.slice(0, 3)]) {
      expect(own(url)).toBe(url);
      expect(other(url)).toBe(url.replace(/\?.*/, ""));
      expect(own(`${url}&email=a%40b.example#top`)).toBe(url);
    }
});
