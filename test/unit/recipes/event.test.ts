import { afterAll, beforeAll, expect, test } from "vitest";
import { Copy } from "./Copy.ts";

// A new kind of event is one file, and its place in a mode's row.
let copy: Copy;
beforeAll(() => {
  copy = new Copy();
  copy.add("scroll.ts", "events");
  copy.replace(
    "modes.ts",
    `row("required", "entry", "ids", "page")`,
    `row("required", "entry", "ids", "page", "scroll")`,
  );
}, 60_000);
afterAll(() => copy.remove());

test("the endpoint checks it, and keeps of it what its file says, in the modes that collect it", () => {
  const found = copy.run(`
    const { EVENT_KINDS } = await import("./src/vocabulary/eventKinds.ts");
    const { eventsSchema } = await import("./src/endpoint/ingest/schemas.ts");
    const { validator } = await import("./src/endpoint/ingest/validator.ts");
    const { minimise } = await import("./src/endpoint/ingest/minimise.ts");
    const id = "0b6ad9dc-8a2c-4ae4-9a5d-1f6f0a2a1a11";
    const event = { id, type: "scroll", at: 1, url: "https://a.example/b?email=x", depth: 50, secret: "x" };
    const body = { site: "garage", visitor: id, sent: 1, events: [event] };
    const kept = (mode) => {
      const site = { key: "garage", mode, visitorDays: 30, trackingIds: { add: [] } };
      const { arrival, dropped } = minimise(body, site, (url) => url.replace(/[?].*/, ""), 1);
      return { events: arrival.events, dropped: Object.fromEntries(dropped) };
    };
    const fault = (change) => {
      try {
        validator(EVENT_KINDS.scroll.schema)({ ...event, ...change });
      } catch ({ message }) {
        return message;
      }
    };
    validator(eventsSchema)(body);
    fault({});
    console.log(JSON.stringify({
      parcours: kept("parcours"),
      trafic: kept("trafic"),
      fault: fault({ depth: 101 }),
    }));
  `);
  const id = "0b6ad9dc-8a2c-4ae4-9a5d-1f6f0a2a1a11";
  expect(found).toEqual({
    parcours: {
      events: [{ id, type: "scroll", at: 1, consent: "", url: "https://a.example/b", depth: 50 }],
      dropped: { field: 1 },
    },
    trafic: { events: [], dropped: { mode: 1 } },
    fault: "depth must be at most 100",
  });
}, 30_000);

test("it compiles; the list without its row does not", () => {
  expect(copy.compileVocabulary()).toBe("");
  copy.replace("eventKinds.ts", "  scroll,\n", "");
  expect(copy.compileVocabulary()).toMatch(/eventKinds\.ts.*'scroll' is missing/);
}, 60_000);
