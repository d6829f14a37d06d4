import { describe, expect, test } from "vitest";
import { site, startEndpoint } from "./harness.ts";

describe("GET /{key}.debug.js", () => {
  test("the overlay with the site's configuration, for any page, for five minutes", async () => {
    const { ask } = await startEndpoint();
    for (const path of ["/mod-test.debug.js", "/mod-test.0123456789ab.debug.js"]) {
      const { status, headers, text } = await ask(path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "public, max-age=300",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
      });
      expect(text).toContain(JSON.stringify(site().conditions).slice(1, -1));
      expect(text).toMatch(/export\{\w+ as open\};?\s*$/);
    }
  });

  test("there is none of an unknown site, nor where it is switched off", async () => {
    const { ask } = await startEndpoint({ sites: [{ ...site(), debug: false }] });
    expect((await ask("/mod-test.debug.js")).status).toBe(404);
    expect((await ask("/mod-none.debug.js")).status).toBe(404);
  });
});
