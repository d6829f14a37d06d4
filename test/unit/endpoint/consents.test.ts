import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { LoggedConsent } from "../../../src/endpoint/store/Store.ts";
import { SqliteStore } from "../../../src/endpoint/store/sqlite/SqliteStore.ts";
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

  test("keeps every field as it was sent, on the disk, over a restart, in JSON and in CSV", async () => {
    const { post, admin, store, folder } = await startEndpoint();
    const { build, version } = await fakeScript(site());
    const sent = {
      id: randomUUID(),
      site: "mod-test",
      visitor: randomUUID(),
      receipt: randomUUID(),
      at: Date.now() - 5_000,
      status: "granted",
      manager: "tcf",
      manager_version: "2.3, CmpId 7",
      key: "vendor 0, purposes 1 8; É \u{1F4DE}",
      // As long as TC strings with many restrictions are.
      signal: `CP${"aZ09-_.".repeat(2_300)}`,
      notice: '2026-11 "b", c\r\nd',
      script: build,
    };
    expect((await post("/v1/consents", sent)).status).toBe(204);
    const json = (await admin(LOG)).json.consents;
    expect(json).toEqual([{ ...sent, time: expect.any(Number), origin: ORIGIN, served: version }]);
    const [kept] = json;
    const csv = (await admin(`${LOG}?format=csv`)).text.trimEnd();
    const { data, meta } = Papa.parse<Record<string, string>>(csv, { header: true });
    expect(data).toEqual([{ ...kept, at: `${kept.at}`, time: `${kept.time}` }]);
    expect(meta.fields).toEqual([...Object.keys(sent), "time", "origin", "served"]);
    const copied = (await admin(`/v1/sites/mod-test/visitors/${sent.visitor}`)).json.consents;
    expect(copied).toEqual([kept]);
    await store.close();
    const again = await SqliteStore.open(folder);
    expect(await again.consents({ site: "mod-test" })).toEqual([kept]);
    expect(await again.verify()).toMatchObject({ records: 1, broken: null });
    await again.close();
  });

  test("ids are one whatever their case, and a record sent many times at once is kept once", async () => {
    const { post, admin } = await startEndpoint();
    const record = consent();
    const [upper, lower] = [{ ...record, id: record.id.toUpperCase() }, record];
    const answers = await Promise.all([upper, lower, upper, lower].map((body) => post("/v1/consents", body)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const { consents } = (await admin(LOG)).json;
    expect(consents.map(({ id }: { id: string }) => id)).toEqual([record.id]);
  });

  test("what a record does not have is dropped and counted, the server's own fields too", async () => {
    const { post, admin } = await startEndpoint();
    const forged = consent({
      time: 1,
      origin: "https://evil.example",
      served: "x",
      chain: "x",
      address: "x",
    });
    expect((await post("/v1/consents", forged)).status).toBe(204);
    const { consents } = (await admin(LOG)).json;
    expect(consents[0]).toMatchObject({ origin: ORIGIN, served: "" });
    expect(consents[0].time).toBeGreaterThan(1);
    expect(Object.keys(consents[0])).not.toContain("address");
    expect((await admin("/v1/sites/mod-test/report")).json.dropped).toEqual({ field: 5 });
  });

  test("a visitor is in no byte of a withdrawal, nor of a record in rotation, and the loss is counted", async () => {
    const rotation = site({ key: "mod-rotation", mode: "rotation", consent: { rotation: "required" } });
    const { post, admin, store, folder } = await startEndpoint({ sites: [site(), rotation] });
    const visitor = randomUUID();
    await post("/v1/consents", consent({ visitor, status: "withdrawn" }));
    await post("/v1/consents", consent({ visitor, site: "mod-rotation" }));
    await post("/v1/consents", consent({ visitor, site: "mod-rotation", status: "withdrawn" }));
    for (const [key, records] of [
      ["mod-test", 1],
      ["mod-rotation", 2],
    ] as const) {
      const { consents } = (await admin(`/v1/sites/${key}/consents`)).json;
      expect(consents.map((record: LoggedConsent) => record.visitor)).toEqual(Array(records).fill(""));
      expect((await admin(`/v1/sites/${key}/report`)).json.dropped).toEqual({ mode: records });
    }
    await store.close();
    for (const name of await readdir(folder))
      expect((await readFile(join(folder, name))).includes(visitor)).toBe(false);
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
    // With the withdrawal of the receipt, which names no visitor itself.
    expect(await count(`visitor=${grant.visitor}`)).toBe(2);
    expect(await count(`visitor=${grant.visitor}&status=withdrawn`)).toBe(1);
    expect(await count(`visitor=${randomUUID()}`)).toBe(0);
    expect(await count("from=2020-01-01&to=2020-12-31")).toBe(0);
    expect(await count(`from=2020-01-01&to=2020-12-31&visitor=${grant.visitor}`)).toBe(0);
    for (const query of ["status=denied", "visitor=me", "from=yesterday", "format=xml"]) {
      expect((await admin(`${LOG}?${query}`)).status).toBe(400);
    }
  });

  describe("by", () => {
    const PARIS_MIDNIGHT = Date.UTC(2026, 9, 31, 23);
    const [ann, bob] = [randomUUID(), randomUUID()];
    const record = (name: string, time: number, changes: object = {}) =>
      ({
        ...consent({ visitor: "", receipt: name, ...changes }),
        time,
        origin: ORIGIN,
        served: "",
      }) as LoggedConsent;
    const LOGGED = [
      record("ann-october", PARIS_MIDNIGHT - 1, { visitor: ann }),
      record("bob-november", PARIS_MIDNIGHT, { visitor: bob }),
      record("gone-november", PARIS_MIDNIGHT + 1, { status: "withdrawn" }),
      record("ann-november", PARIS_MIDNIGHT + 3_600_000, { visitor: ann }),
      record("gone-december", Date.UTC(2026, 10, 30, 23), { status: "withdrawn" }),
      record("other-site", PARIS_MIDNIGHT, { visitor: ann, site: "mod-other" }),
    ];

    test.each([
      [
        "from=2026-10-01&to=2026-12-31",
        ["ann-october", "bob-november", "gone-november", "ann-november", "gone-december"],
      ],
      ["from=2026-11-01&to=2026-11-30", ["bob-november", "gone-november", "ann-november"]],
      ["from=2026-10-31&to=2026-10-31", ["ann-october"]],
      ["from=2026-12-01&to=2026-12-01", ["gone-december"]],
      ["from=2026-10-01&to=2026-12-31&status=granted", ["ann-october", "bob-november", "ann-november"]],
      ["from=2026-10-01&to=2026-11-30&status=withdrawn", ["gone-november"]],
      [`from=2026-10-01&to=2026-12-31&visitor=${ann}`, ["ann-october", "ann-november"]],
      [`from=2026-11-01&to=2026-12-31&visitor=${ann.toUpperCase()}`, ["ann-november"]],
      [`from=2026-10-01&to=2026-10-31&visitor=${bob}&status=granted`, []],
      [`to=2026-12-31&visitor=${bob}&status=granted`, ["bob-november"]],
      [
        "from=&to=2026-11-01&status=&visitor=&format=",
        ["ann-october", "bob-november", "gone-november", "ann-november"],
      ],
    ])("%s, the same in JSON and in CSV", async (query, receipts) => {
      const { store, admin } = await startEndpoint({ sites: [site(), site({ key: "mod-other" })] });
      for (const given of LOGGED) await store.addConsent(given);
      const { consents } = (await admin(`${LOG}?${query}`)).json;
      expect(consents.map(({ receipt }: LoggedConsent) => receipt)).toEqual(receipts);
      const csv = await admin(`${LOG}?${query.replace("&format=", "")}&format=csv`);
      const { data } = Papa.parse<Record<string, string>>(csv.text.trimEnd(), { header: true });
      expect(data.map(({ receipt }) => receipt)).toEqual(receipts);
    });
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
      notice: "a,b\n'=1+1",
      origin: ORIGIN,
    });
    expect(data[0]?.signal).toBe(`'${record.signal}`);
    expect(data[0]?.key).toBe("'\n'=1");
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
    expect(await store.verify()).toMatchObject({ records: 4, broken: null });
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
    expect(await store.verify()).toMatchObject({ records: 2, broken: null });

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
    expect(await store.verify()).toMatchObject({ records: 1, broken: { record: 2, id: consents[1].id } });
  });
});
