import { describe, expect, test } from "vitest";
import { Priors } from "../../../src/endpoint/recognition/Priors.ts";
import { ORIGIN, site, startEndpoint } from "./harness.ts";

const NOW = Date.UTC(2026, 5, 1);
const always = () => site({ probabilistic: "always" });
const ask = (changes: Record<string, unknown>) => ({
  site: "mod-test",
  condition: "",
  source: "",
  method: "",
  ...changes,
});

describe("POST /v1/numbers", () => {
  test("echoes what the device found", async () => {
    const { post } = await startEndpoint({ sites: [always()] });
    for (const method of ["entry", "carry"]) {
      const { status, json, headers } = await post(
        "/v1/numbers",
        ask({ condition: "seo", source: "Google", method }),
      );
      expect(status).toBe(200);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["access-control-allow-origin"]).toBe(ORIGIN);
      expect(json).toEqual({
        to_swap: [{ number: "+33123456789", tracked: "+33184880002" }],
        condition: "seo",
        source: "Google",
        confidence: 1,
        method,
        ttl: expect.any(Number),
      });
    }
    const direct = await post("/v1/numbers", ask({ source: "direct", method: "entry" }));
    expect(direct.json).toMatchObject({
      to_swap: [{ number: "+33123456789", tracked: "+33184880000" }],
      condition: "",
      source: "direct",
      confidence: 1,
    });
  });

  test("guesses only from enough observed arrivals, and never feeds on its own answers", async () => {
    const { post, store } = await startEndpoint({ sites: [always()] });
    const guess = async () => (await post("/v1/numbers", ask({}))).json;
    expect(await guess()).toMatchObject({
      to_swap: [{ tracked: "+33184880000" }],
      condition: "",
      source: "",
      confidence: 0,
      method: "prior",
    });
    for (let arrival = 0; arrival < 9; arrival++) {
      await post("/v1/numbers", ask({ condition: "seo", source: "Google", method: "entry" }));
    }
    const early = await guess();
    expect(early).toMatchObject({ condition: "", method: "prior" });
    for (let repeat = 0; repeat < 20; repeat++) expect(await guess()).toEqual(early);
    for (let arrival = 0; arrival < 11; arrival++) {
      await post("/v1/numbers", ask({ condition: "seo", source: "Google", method: "entry" }));
    }
    const sure = await guess();
    expect(sure).toMatchObject({
      to_swap: [{ number: "+33123456789", tracked: "+33184880002" }],
      condition: "seo",
      source: "Google",
      method: "prior",
    });
    expect(sure.confidence * 16).toBe(Math.round(sure.confidence * 16));
    expect(sure.confidence).toBeLessThan(1);
    expect(
      (await store.report({ site: "mod-test", timeZone: "UTC", from: "2000-01-01", to: "2099-12-31" })).rows,
    ).toEqual([]);
  });

  test("is off by default, and checks the condition", async () => {
    const off = await startEndpoint();
    const refused = await off.post("/v1/numbers", ask({ method: "entry" }));
    expect([refused.status, refused.json.error.code]).toEqual([403, "probabilistic_off"]);
    const { post } = await startEndpoint({ sites: [always()] });
    const unknown = await post("/v1/numbers", ask({ condition: "nope", method: "entry" }));
    expect([unknown.status, unknown.json.error.code, unknown.json.error.path]).toEqual([
      400,
      "unknown_condition",
      "condition",
    ]);
    expect((await post("/v1/numbers", ask({ method: "bucket" }))).json.error.path).toBe("method");
  });
});

describe("Priors", () => {
  test("follow the latest hours", () => {
    const priors = new Priors();
    for (let arrival = 0; arrival < 40; arrival++) priors.observe("old", NOW);
    expect(priors.likeliest(["old", "new"], NOW)).toEqual({ condition: "old", confidence: 13 / 16 });
    const later = NOW + 4 * 86_400_000;
    expect(priors.likeliest(["old", "new"], later).condition).toBe("");
    for (let arrival = 0; arrival < 40; arrival++) priors.observe("new", later);
    expect(priors.likeliest(["old", "new"], later).condition).toBe("new");
  });

  test("an equal share decides nothing, a condition that is gone is never named", () => {
    const priors = new Priors();
    for (let arrival = 0; arrival < 1_000; arrival++) priors.observe(arrival % 2 ? "a" : "b", NOW);
    expect(priors.likeliest(["a", "b"], NOW).condition).toBe("");
    const gone = new Priors();
    for (let arrival = 0; arrival < 1_000; arrival++) gone.observe("gone", NOW);
    expect(gone.likeliest(["a"], NOW)).toEqual({ condition: "", confidence: 0 });
    expect(gone.likeliest(["gone"], NOW).confidence).toBe(15 / 16);
  });
});
