import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { CONSENT_FIELDS, chainConsent } from "../../../../src/endpoint/store/rules/consentChain.ts";
import type { LoggedConsent } from "../../../../src/endpoint/store/Store.ts";
import { applyMigration, MIGRATIONS } from "../../../../src/endpoint/store/sqlite/migrations.ts";
import type { Sqlite } from "../../../../src/endpoint/store/sqlite/openDatabase.ts";
import { SqliteWriter } from "../../../../src/endpoint/store/sqlite/SqliteWriter.ts";
import { verifyConsents } from "../../../../src/endpoint/store/sqlite/verifyConsents.ts";
import { chains, dropGuards, forge, logged, rechain, shift, writtenLog } from "../consentLog.ts";
import "../harness.ts";

const text = fc.string({ unit: "binary", maxLength: 12 });
const time = fc.integer({ min: 0, max: 8_640_000_000_000_000 });
const fields = {
  id: fc.uuid(),
  site: fc.constantFrom("mod-one", "mod-two", "mod-three"),
  visitor: fc.oneof(fc.constant(""), fc.uuid()),
  receipt: fc.uuid(),
  at: time,
  status: fc.constantFrom("granted" as const, "withdrawn" as const),
  manager: text,
  manager_version: text,
  key: text,
  signal: text,
  notice: text,
  script: text,
  time,
  origin: text,
  served: text,
} satisfies { [field in keyof LoggedConsent]: fc.Arbitrary<LoggedConsent[field]> };
/** Of one site: each has a chain of its own. */
const record = fc.record({ ...fields, site: fc.constant("mod-one") });
const ofAnySite = fc.record(fields);
const log = (minLength: number, records: fc.Arbitrary<LoggedConsent> = record) =>
  fc.uniqueArray(records, { minLength, maxLength: 8, selector: ({ id }) => id });
const CHAINED = CONSENT_FIELDS.filter((field) => field !== "visitor");
const someChange = fc
  .constantFrom(...CHAINED.filter((field) => field !== "site"))
  .chain((field) => fc.tuple(fc.constant(field), fields[field] as fc.Arbitrary<string | number>));
/** As the file keeps it: U+FFFD in the place of half a surrogate pair. */
const kept = (value: unknown) => (typeof value === "string" ? value.toWellFormed() : value);

/** One of a log's records, from 1. */
const place = (records: readonly unknown[], from = 1, to = records.length) =>
  fc.integer({ min: from, max: to });

function opened(records: readonly LoggedConsent[]): Sqlite {
  const database = writtenLog(records);
  dropGuards(database);
  return database;
}

/** Asserts a property of tampered logs; each is built anew. */
function forAll<T>(
  cases: fc.Arbitrary<T>,
  records: (given: T) => LoggedConsent[],
  check: (database: Sqlite, given: T) => void,
) {
  fc.assert(
    fc.property(cases, (given) => {
      const database = opened(records(given));
      try {
        check(database, given);
      } finally {
        database.close();
      }
    }),
    { numRuns: 150 },
  );
}

describe("the chain", () => {
  test("holds for whatever was written, and whoever of its visitors was erased", () => {
    const cases = log(0, ofAnySite).chain((records) =>
      fc.record({ records: fc.constant(records), erased: fc.subarray(records) }),
    );
    fc.assert(
      fc.property(cases, ({ records, erased }) => {
        // With its guards: erasing is what they let pass.
        const database = writtenLog(records);
        try {
          const before = verifyConsents(database);
          expect(before).toMatchObject({ records: records.length, broken: null });
          expect(before.sites.map(({ site }) => site)).toEqual(
            [...new Set(records.map(({ site }) => site))].sort(),
          );
          for (const { id } of erased)
            database.prepare("UPDATE consents SET visitor = '' WHERE id = ?").run(id);
          expect(verifyConsents(database)).toEqual(before);
        } finally {
          database.close();
        }
      }),
      { numRuns: 150 },
    );
  });

  test("breaks at the record of which any field was changed", () => {
    const cases = log(1).chain((records) =>
      fc.record({ records: fc.constant(records), at: place(records), change: someChange }),
    );
    forAll(
      cases,
      ({ records }) => records,
      (database, { records, at, change: [field, value] }) => {
        const before = kept(records[at - 1]?.[field]);
        fc.pre(before !== kept(value));
        fc.pre(field !== "id" || records.every(({ id }) => id !== value));
        database.prepare(`UPDATE consents SET ${field} = ? WHERE position = ?`).run(value, at);
        expect(verifyConsents(database)).toMatchObject({
          records: at - 1,
          broken: { record: at, reason: "hash" },
        });
      },
    );
  });

  test("breaks where a record was removed, unless it was the last", () => {
    const cases = log(2).chain((records) =>
      fc.record({ records: fc.constant(records), at: place(records, 1, records.length - 1) }),
    );
    forAll(
      cases,
      ({ records }) => records,
      (database, { records, at }) => {
        database.prepare("DELETE FROM consents WHERE position = ?").run(at);
        expect(verifyConsents(database).broken).toMatchObject({ record: at, id: records[at]?.id });
        // Neither does it help to close the gap.
        database.prepare("UPDATE consents SET position = -position WHERE position > ?").run(at);
        database.prepare("UPDATE consents SET position = -1 - position WHERE position < 0").run();
        expect(verifyConsents(database).broken).toMatchObject({ record: at, id: records[at]?.id });
      },
    );
  });

  test("breaks after a record that was inserted, however well it was forged", () => {
    const cases = log(1).chain((records) =>
      fc.record({
        records: fc.constant(records),
        at: place(records),
        forged: record,
        isFitting: fc.boolean(),
      }),
    );
    forAll(
      cases,
      ({ records }) => records,
      (database, { records, at, forged, isFitting }) => {
        fc.pre(records.every(({ id }) => id !== forged.id));
        const before = chains(database);
        shift(database, at);
        forge(database, at, forged, before[at - 1] ?? "");
        // Its hash made to fit the record before it, the one after it no longer fits.
        if (isFitting) rechainOnly(database, at);
        expect(verifyConsents(database).broken?.record).toBe(isFitting ? at + 1 : at);
      },
    );
  });

  test("breaks where records changed places", () => {
    const cases = log(2).chain((records) =>
      fc.record({
        records: fc.constant(records),
        pair: fc.uniqueArray(place(records), { minLength: 2, maxLength: 2 }),
      }),
    );
    forAll(
      cases,
      ({ records }) => records,
      (database, { pair }) => {
        const [one = 0, other = 0] = pair;
        database.exec(
          `UPDATE consents SET position = -1 WHERE position = ${one};
           UPDATE consents SET position = ${one} WHERE position = ${other};
           UPDATE consents SET position = ${other} WHERE position = -1`,
        );
        expect(verifyConsents(database).broken?.record).toBe(Math.min(one, other));
      },
    );
  });

  test("breaks where records of two sites changed sites", () => {
    const database = opened([logged({ site: "a" }), logged({ site: "b" })]);
    database.exec("UPDATE consents SET site = 'c' WHERE site = 'a'");
    database.exec(
      "UPDATE consents SET site = 'a' WHERE site = 'b'; UPDATE consents SET site = 'b' WHERE site = 'c'",
    );
    expect(verifyConsents(database).sites).toMatchObject([
      { site: "a", records: 0, broken: { record: 1 } },
      { site: "b", records: 0, broken: { record: 1 } },
    ]);
  });

  test("of one site is whole while that of another is broken", () => {
    const database = opened([logged({ site: "a" }), logged({ site: "b" }), logged({ site: "a" })]);
    database.exec("UPDATE consents SET notice = 'other' WHERE ref = 1");
    expect(verifyConsents(database)).toMatchObject({
      records: 1,
      broken: { record: 1, site: "a" },
      sites: [
        { site: "a", broken: { record: 1 } },
        { site: "b", records: 1, broken: null },
      ],
    });
  });

  test("alone misses a shortened or rewritten log; a noted head finds both", () => {
    const cases = log(2).chain((records) =>
      fc.record({
        records: fc.constant(records),
        at: place(records),
        noted: place(records),
        isCut: fc.boolean(),
      }),
    );
    forAll(
      cases,
      ({ records }) => records,
      (database, { at, noted, isCut }) => {
        const head = chains(database)[noted - 1];
        expect(verifyConsents(database, head).noted).toEqual({ site: "mod-one", record: noted });
        if (isCut) database.prepare("DELETE FROM consents WHERE position >= ?").run(at);
        else {
          database.prepare("UPDATE consents SET at = at + 1 WHERE position = ?").run(at);
          rechain(database);
        }
        const found = verifyConsents(database, head);
        expect(found.broken).toBe(null);
        // A head that was noted before the change still tells that nothing up to it was touched.
        expect(found.noted?.record).toBe(noted < at ? noted : undefined);
      },
    );
  });

  test.each([
    ["a blob", "UPDATE consents SET signal = CAST(signal AS BLOB) WHERE ref = 2"],
    ["infinity", "UPDATE consents SET at = 9e999, time = 9e999 WHERE ref = 2"],
    ["a hash that is none", "UPDATE consents SET chain = '' WHERE ref = 2"],
    [
      "the hash of another",
      "UPDATE consents SET chain = (SELECT chain FROM consents WHERE ref = 1) WHERE ref = 2",
    ],
    ["a letter's case", "UPDATE consents SET manager = upper(manager) WHERE ref = 2"],
  ])("breaks at %s", (_, change) => {
    const database = opened([logged(), logged(), logged()]);
    database.exec(change);
    expect(verifyConsents(database)).toMatchObject({ records: 1, broken: { record: 2, reason: "hash" } });
  });

  test.each(["-9007199254740990", "0", "9223372036854775807"])(
    "sees a record forged at place %s",
    (position) => {
      const records = [logged(), logged()];
      const database = opened(records);
      forge(database, 100, logged({ id: "forged" }), "00");
      database.exec(`UPDATE consents SET position = ${position} WHERE id = 'forged'`);
      expect(verifyConsents(database).broken?.id).toBe("forged");
    },
  );

  test("is walked to its end, over several helpings", () => {
    const database = opened(Array.from({ length: 4_000 }, (_, index) => logged({ id: `${index}` })));
    expect(verifyConsents(database)).toMatchObject({ records: 4_000, broken: null });
    database.exec("UPDATE consents SET notice = 'other' WHERE position = 3999");
    expect(verifyConsents(database)).toMatchObject({ records: 3_998, broken: { record: 3_999, id: "3998" } });
  });
});

/** Gives one record the hash that it should have after its predecessor. */
function rechainOnly(database: Sqlite, position: number): void {
  const before = chains(database);
  rechain(database);
  const rehashed = chains(database)[position - 1];
  const set = database.prepare("UPDATE consents SET chain = ? WHERE position = ?");
  for (const [index, chain] of before.entries())
    set.run(index === position - 1 ? rehashed : chain, index + 1);
}

describe("append-only", () => {
  const values = (id: string, ref: string, position = "4") =>
    `(ref, site, id, visitor, receipt, at, status, manager, manager_version, key, signal, notice, script, time,
      origin, served, chain, former, position)
     VALUES (${ref}, 'mod-test', '${id}', '', 'r', 1, 'granted', '', '', '', '', '', '', 1, '', '', '', '',
       ${position})`;
  const refused = [
    ...CHAINED.map((field) => `UPDATE consents SET ${field} = ${field} || '1' WHERE ref = 2`),
    "UPDATE consents SET chain = '' WHERE ref = 2",
    "UPDATE consents SET visitor = 'somebody' WHERE ref = 2",
    "UPDATE consents SET visitor = x'' WHERE ref = 2",
    "UPDATE consents SET visitor = '', at = 2 WHERE ref = 2",
    "UPDATE consents SET ref = 9 WHERE ref = 2",
    "UPDATE consents SET rowid = 9 WHERE ref = 2",
    "UPDATE consents SET _rowid_ = 9 WHERE ref = 2",
    "UPDATE OR IGNORE consents SET at = 2",
    "UPDATE OR REPLACE consents SET ref = 1 WHERE ref = 2",
    "DELETE FROM consents",
    "DELETE FROM consents WHERE ref = 3",
    `REPLACE INTO consents ${values("new", "3")}`,
    `REPLACE INTO consents ${values("b", "4")}`,
    `INSERT OR REPLACE INTO consents ${values("c", "3")}`,
    `INSERT INTO consents ${values("b", "4")} ON CONFLICT DO UPDATE SET at = 2`,
    `INSERT INTO consents ${values("new", "0")}`,
    `INSERT INTO consents ${values("new", "-1")}`,
    `INSERT INTO consents ${values("new", "9", "5")}`,
    `INSERT INTO consents ${values("new", "9", "3")}`,
    `REPLACE INTO consents ${values("new", "9", "3")}`,
    "UPDATE consents SET position = 9 WHERE ref = 3",
    "UPDATE consents SET former = 'x' WHERE ref = 3",
  ];

  test.each(refused)("refuses %s", (statement) => {
    const database = writtenLog(["a", "b", "c"].map((id) => logged({ id })));
    const before = database.prepare("SELECT * FROM consents").all();
    expect(() => database.exec(statement)).toThrow("the consent log is append-only");
    expect(database.prepare("SELECT * FROM consents").all()).toEqual(before);
  });

  test("lets a record be added at the end, and a visitor be unlinked", () => {
    const database = writtenLog(["a", "b"].map((id) => logged({ id })));
    database.exec("UPDATE consents SET visitor = '' WHERE ref = 1");
    database.exec("UPDATE consents SET visitor = '' WHERE ref = 1");
    const writer = new SqliteWriter(database);
    writer.commit({ arrivals: "", consents: [logged({ id: "c" })], dropped: [], accesses: [] });
    expect(verifyConsents(database)).toMatchObject({ records: 3, broken: null });
  });

  test("comes to a store of the version before, whose one chain becomes one of each site", () => {
    const { database, formerHead } = formerLog([
      logged({ site: "a" }),
      logged({ site: "b" }),
      logged({ site: "a" }),
    ]);
    for (const step of MIGRATIONS.slice(2)) applyMigration(database, step);
    expect(() => database.exec("UPDATE consents SET rowid = 9 WHERE ref = 1")).toThrow("append-only");
    const writer = new SqliteWriter(database);
    writer.commit({ arrivals: "", consents: [logged({ site: "a" })], dropped: [], accesses: [] });
    // A head that was noted before is found still: the new chain covers it.
    expect(verifyConsents(database, formerHead)).toMatchObject({
      records: 4,
      broken: null,
      sites: [
        { site: "a", records: 3 },
        { site: "b", records: 1 },
      ],
      noted: { site: "a", record: 2 },
    });
    dropGuards(database);
    database.exec("UPDATE consents SET former = 'x' WHERE ref = 3");
    expect(verifyConsents(database).broken).toMatchObject({ site: "a", record: 2 });
  });

  test("a record that did not fit the chain of the version before does not fit the new one", () => {
    const { database } = formerLog([logged(), logged({ id: "changed" }), logged()]);
    database.exec("DROP TRIGGER consents_unchanged; UPDATE consents SET notice = 'other' WHERE ref = 2");
    database.exec(
      "CREATE TRIGGER consents_unchanged BEFORE UPDATE ON consents WHEN false BEGIN SELECT 1; END",
    );
    for (const step of MIGRATIONS.slice(2)) applyMigration(database, step);
    expect(verifyConsents(database).broken).toMatchObject({ record: 2, id: "changed", reason: "hash" });
  });

  test("takes a record once, also within one commit and under a second visitor", () => {
    const given = logged();
    const database = writtenLog([given, given, { ...given, visitor: randomUUID(), notice: "changed" }]);
    // The same id at another site is another record.
    new SqliteWriter(database).commit({
      arrivals: "",
      consents: [{ ...given, site: "mod-other" }],
      dropped: [],
      accesses: [],
    });
    const rows = database.prepare(`SELECT ${CONSENT_FIELDS.join(", ")} FROM consents ORDER BY ref`).all();
    expect(rows).toEqual([given, { ...given, site: "mod-other" }]);
  });
});

/** A log as the version before kept it: one chain over all sites. */
function formerLog(records: readonly LoggedConsent[]): { database: Sqlite; formerHead: string } {
  const database = new Database(":memory:");
  onTestFinished(() => void database.close());
  for (const step of MIGRATIONS.slice(0, 2)) applyMigration(database, step);
  let formerHead = "";
  for (const given of records) {
    formerHead = chainConsent(formerHead, given);
    database
      .prepare(
        `INSERT INTO consents (${CONSENT_FIELDS.join(", ")}, chain)
         VALUES (${CONSENT_FIELDS.map(() => "?").join(", ")}, ?)`,
      )
      .run(...CONSENT_FIELDS.map((field) => given[field]), formerHead);
  }
  return { database, formerHead };
}
