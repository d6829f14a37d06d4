// @vitest-environment happy-dom
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Session } from "../../../../src/page/ground/Session.ts";
import { configure } from "../../../../src/page/ground/site.ts";
import { BLANK, readSession, SESSION, writeSession } from "../../../../src/page/terminal/session.ts";
import type { ConsentRecord } from "../../../../src/vocabulary/events.ts";
import { siteDefaults } from "../../../../src/vocabulary/siteDefaults.ts";

const session = (): Session => ({
  ...BLANK,
  landing: "https://garage.example/",
  pages: 1,
  since: Date.now(),
  to_swap: [],
  pending: [],
  holder: "garage:3f2b8c1e",
});

describe("mgt_session", () => {
  beforeEach(() => {
    localStorage.clear();
    configure(siteDefaults({ key: "garage", mode: "parcours" }));
  });

  test("is read as it was written", () => {
    const written = session();
    writeSession(written);
    expect(readSession()).toEqual(written);
  });

  test("whatever stands there is read as nothing, or as a whole session, and never thrown on", () => {
    let hits = 0;
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 0, 1.5, "", "x", null, [], {}, [{ id: "a" }]));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(BLANK)), value, fc.boolean(), (key, hostile, asText) => {
        const text = JSON.stringify({ ...session(), [key]: hostile });
        localStorage.setItem(SESSION, asText ? text.slice(0, -1) : text);
        const found = readSession();
        if (!found) return;
        hits++;
        expect(Object.keys(found)).toEqual(Object.keys(BLANK));
        for (const [name, blank] of Object.entries(BLANK))
          expect(Array.isArray(found[name as keyof Session])).toBe(Array.isArray(blank));
        expect(new URL(found.landing).protocol).toBe("https:");
        expect(found.pages).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
    expect(hits).toBeGreaterThan(0);
  });

  test("one of the first edition, which names no holder, is this site's", () => {
    const { holder: _, ...first } = session();
    localStorage.setItem(SESSION, JSON.stringify(first));
    expect(readSession()).toEqual({ ...first, holder: "garage:" });
  });

  test("another site's on the same host is nobody's", () => {
    for (const holder of ["garage-2:3f2b8c1e", "other:3f2b8c1e", "", "garage", 7, null]) {
      localStorage.setItem(SESSION, JSON.stringify({ ...session(), holder }));
      expect(readSession(), `${holder}`).toBeUndefined();
    }
  });

  test("ends visitorDays after the visitor was first seen", () => {
    writeSession({ ...session(), since: Date.now() - 30 * 864e5 - 1 });
    expect(readSession()).toBeUndefined();
  });

  test("keeps the oldest 50 undelivered items, within 16 KiB", () => {
    const item = (id: number, url = "") => ({ id: `${id}`, type: "page" as const, at: 0, url, pages: id });
    const many = { ...session(), pending: Array.from({ length: 70 }, (_, id) => item(id)) };
    writeSession(many);
    expect(readSession()?.pending.map(({ id }) => id)).toEqual(
      Array.from({ length: 50 }, (_, id) => `${id}`),
    );
    const large = {
      ...session(),
      pending: Array.from({ length: 40 }, (_, id) => item(id, "x".repeat(1000))),
    };
    writeSession(large);
    const kept = readSession()?.pending ?? [];
    expect(kept.length).toBeLessThan(17);
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(16_384);
    expect(kept[0]?.id).toBe("0");
  });

  test("a record of consent is never dropped: events go first, and where it does not fit nothing is stored", () => {
    const record = { id: "grant", status: "granted", signal: "x".repeat(16_000) } as unknown as ConsentRecord;
    const event = { id: "1", type: "page" as const, at: 0, url: "x".repeat(1000), pages: 1 };
    writeSession({ ...session(), pending: [event, record, event] });
    expect(readSession()?.pending.map(({ id }) => id)).toEqual(["grant"]);
    const huge = { ...record, signal: "x".repeat(17_000) };
    expect(() => writeSession({ ...session(), pending: [event, huge] })).toThrow();
  });
});
