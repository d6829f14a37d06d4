import { randomUUID } from "node:crypto";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { LoggedConsent } from "../../../src/endpoint/store/Store.ts";
import { consent, entry, eventsBody, fakeScript, ORIGIN, site, startEndpoint } from "./harness.ts";

const LOG = "/v1/sites/mod-test/consents";

describe("POST /v1/consents", () => {
  test("adds the record, with the server's time, the origin and the served file's version", async () => {
    const { post, admin } = await startEndpoint();
    const { build, version } = await fakeScript(site());
    const record = consent({ script: build });
    const before = Date.now();
    expect((await post("/v1/consents", record)).status).toBe(204);
    const { consents } = (await admin(LOG)).json;
    expect(consents).toEqual([{ ...record, time: expect.any(Number), origin: ORIGIN, served: version }]);
    expect(consents[0].time).toBeGreaterThanOrEqual(before);
  });

  test("is idempotent, and accepts missing empty fields", async () => {
    const { post, admin } = await startEndpoint();
    const { id, site: key, receipt, at, status } = consent();
    const record = { id, site: key, receipt, at, status };
    await post("/v1/consents", record);
    expect((await post("/v1/consents", { ...record, notice: "changed" })).status).toBe(204);
    const { consents } = (await admin(LOG)).json;
    expect(consents).toHaveLength(1);
    expect(consents[0]).toMatchObject({ ...record, visitor: "", manager: "", notice: "", served: "" });
  });

  test("a withdrawal keeps no visitor, and is in the visitor's copy by its receipt", async () => {
    const { post, admin } = await startEndpoint();
    const grant = consent();
    await post("/v1/consents", grant);
    await post(
      "/v1/consents",
      consent({ status: "withdrawn", receipt: grant.receipt, visitor: grant.visitor }),
    );
    await post("/v1/consents", consent());
    const { consents } = (await admin(`/v1/sites/mod-test/visitors/${grant.visitor}`)).json;
    expect(consents.map((record: Record<string, string>) => [record.status, record.visitor])).toEqual([
      ["granted", grant.visitor],
      ["withdrawn", ""],
    ]);
  });

  test.each([
    ["rotation", { consent: { rotation: "required" } }, 1, { mode: 1 }],
    ["rotation", { consent: { rotation: "exempt" } }, 0, { mode: 1 }],
    ["parcours", { probabilistic: "always" }, 0, { mode: 1 }],
    ["invisible", {}, 0, { mode: 1 }],
    ["origine", {}, 1, {}],
  ] as const)("mode %s %j keeps %i record", async (mode, options, count, dropped) => {
    const { post, admin } = await startEndpoint({ sites: [site({ mode, ...options })] });
    expect((await post("/v1/consents", consent())).status).toBe(204);
    const { consents } = (await admin(LOG)).json;
    expect(consents).toHaveLength(count);
    if (mode === "rotation" && count > 0) expect(consents[0].visitor).toBe("");
    expect((await admin("/v1/sites/mod-test/report")).json.dropped).toEqual(dropped);
  });

  test.each<[Record<string, unknown>, string, string]>([
    [{ id: "x" }, "format", "id"],
    [{ receipt: undefined }, "required", "receipt"],
    [{ receipt: "" }, "too_short", "receipt"],
    [{ at: "today" }, "type", "at"],
    [{ status: "denied" }, "enum", "status"],
    [{ visitor: "x" }, "format", "visitor"],
    [{ signal: "x".repeat(20_000) }, "too_long", "signal"],
    [{ manager: 7 }, "type", "manager"],
  ])("refuses %j", async (changes, code, path) => {
    const { post } = await startEndpoint();
    const { status, json } = await post("/v1/consents", consent(changes));
    expect([status, json?.error.code, json?.error.path]).toEqual([400, code, path]);
  });

  test("drops and counts a bot's", async () => {
    const { post, admin } = await startEndpoint();
    expect((await post("/v1/consents", consent(), { "user-agent": "Googlebot/2.1" })).status).toBe(204);
    expect((await admin(LOG)).json.consents).toEqual([]);
    expect((await admin("/v1/sites/mod-test/report")).json.dropped).toEqual({ bot: 1 });
  });
});

describe("GET /v1/sites/{key}/consents", () => {
  test("filters by status, visitor and day", async () => {
    const { post, admin } = await startEndpoint();
    const grant = consent();
    await post("/v1/consents", grant);
    await post("/v1/consents", consent({ status: "withdrawn", receipt: grant.receipt }));
    await post("/v1/consents", consent());
    const count = async (query: string) => (await admin(`${LOG}?${query}`)).json.consents.length;
    expect(await count("")).toBe(3);
    expect(await count("status=granted")).toBe(2);
    expect(await count("status=withdrawn")).toBe(1);
    expect(await count(`visitor=${grant.visitor}`)).toBe(1);
    expect(await count(`visitor=${randomUUID()}`)).toBe(0);
    expect(await count("from=2020-01-01&to=2020-12-31")).toBe(0);
    expect(await count(`from=2020-01-01&to=2020-12-31&visitor=${grant.visitor}`)).toBe(0);
    for (const query of ["status=denied", "visitor=me", "from=yesterday", "format=xml"]) {
      expect((await admin(`${LOG}?${query}`)).status).toBe(400);
    }
  });

  test("of one visitor are not limited to the last thirty days", async () => {
    const { store, admin } = await startEndpoint();
    const { visitor, ...record } = consent();
    const old = { ...record, visitor, time: Date.now() - 400 * 86_400_000, origin: ORIGIN, served: "" };
    await store.addConsent(old as LoggedConsent);
    const count = async (query: string) => (await admin(`${LOG}?${query}`)).json.consents.length;
    expect(await count("")).toBe(0);
    expect(await count(`visitor=${visitor}`)).toBe(1);
    expect(await count(`visitor=${visitor}&format=json&to=2999-01-01`)).toBe(1);
    expect(await count(`visitor=${visitor}&from=2026-01-01&to=2026-01-01`)).toBe(0);
  });

  test("as CSV is safe against formulas, and reads back", async () => {
    const { post, admin } = await startEndpoint();
    const record = consent({
      signal: '=HYPERLINK("http://evil.example","x")',
      notice: "a,b\n=1+1",
      key: "\n=1",
    });
    await post("/v1/consents", record);
    const { headers, text } = await admin(`${LOG}?format=csv`);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
    const { data, errors } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      id: record.id,
      receipt: record.receipt,
      notice: "a,b\n=1+1",
      origin: ORIGIN,
    });
    expect(data[0]?.signal).toBe(`'${record.signal}`);
    expect(data[0]?.key).toBe("'\n=1");
  });
});

describe("the log", () => {
  test.each(["signal", "notice", "key", "manager"])("takes half a surrogate pair in %s", async (field) => {
    const { post, admin, store } = await startEndpoint();
    for (const half of ["\\ud800", "\\udfff", "\\u0000"]) {
      const raw = JSON.stringify(consent({ [field]: "HALF" })).replace("HALF", `a${half}b`);
      expect((await post("/v1/consents", raw)).status).toBe(204);
    }
    await post("/v1/consents", consent());
    const { consents } = (await admin(LOG)).json;
    expect(consents.map((record: Record<string, string>) => record[field]).slice(0, 3)).toEqual([
      "a\ufffdb",
      "a\ufffdb",
      "a\0b",
    ]);
    expect(await store.verify()).toEqual({ records: 4, broken: null });
  });

  test("cannot be changed: only a visitor can be unlinked, and the chain still holds", async () => {
    const { post, admin, store, folder } = await startEndpoint();
    const grant = consent();
    await post("/v1/consents", grant);
    await post("/v1/consents", consent());
    await post("/v1/events", eventsBody([entry()], { visitor: grant.visitor }));
    await admin(`/v1/sites/mod-test/visitors/${grant.visitor}`, { method: "DELETE" });
    const { consents } = (await admin(LOG)).json;
    expect(consents).toHaveLength(2);
    expect(consents[0]).toMatchObject({ id: grant.id, receipt: grant.receipt, visitor: "" });
    expect(await store.verify()).toEqual({ records: 2, broken: null });

    const { default: Database } = await import("better-sqlite3");
    const database = new Database(`${folder}/mgt.sqlite`);
    for (const change of [
      "DELETE FROM consents",
      "UPDATE consents SET status = 'withdrawn'",
      "UPDATE consents SET visitor = 'somebody'",
    ]) {
      expect(() => database.exec(change)).toThrow("append-only");
    }
    // Whoever removes the guard first is found out by the chain.
    database.exec("DROP TRIGGER consents_unchanged; UPDATE consents SET at = at + 1 WHERE ref = 2");
    database.close();
    expect(await store.verify()).toEqual({ records: 1, broken: consents[1].id });
  });
});
