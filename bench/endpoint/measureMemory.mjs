import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { SqliteStore } from "../../src/endpoint/store/sqlite/SqliteStore.ts";
import { ServeProcess, TOKEN } from "../../test/faults/ServeProcess.ts";
import { generate } from "./load.mjs";
import { benchSite, originOf } from "./site.mjs";

/** Of one request. */
const EVENTS = 20;
const CONNECTIONS = 64;
/** Events of the visitor whose copies are asked for, and how many copies at once. */
const OF_VISITOR = 10_000;
const COPIES = 10;
/** However slow the machine is (ms). */
const AT_MOST_MS = 20 * 60_000;

/**
 * Resident memory over many events, and over copies of a long visitor at once.
 *
 * @param {string} folder
 * @param {number} events
 */
export async function measureMemory(folder, events) {
  const home = join(folder, "memory");
  const visitor = await longVisitor(join(home, "data"));
  const served = new ServeProcess({ folder: home, sites: [benchSite()] });
  const address = await served.address;
  const began = performance.now();
  const { answers, failures, ms } = await generate({
    port: Number(new URL(address).port),
    connections: CONNECTIONS,
    events: EVENTS,
    requests: Math.ceil(events / EVENTS),
    ms: AT_MOST_MS,
  });
  if (failures > 0) throw new Error(`${failures} requests were refused`);
  await served.settle("bench-0");
  const indexed = performance.now() - began;
  const before = served.memory();
  const copies = await Promise.all(
    Array.from({ length: COPIES }, () => copyOf(`${address}/v1/sites/bench-0/visitors/${visitor}`)),
  );
  const after = served.memory();
  await served.stop();
  const bytes = statSync(join(home, "data", "mgt.sqlite")).size;
  if (copies.some((count) => count !== OF_VISITOR))
    throw new Error(`copies of ${copies.join()} events instead of ${OF_VISITOR}`);
  return {
    events: answers * EVENTS,
    events_per_second: Math.round(((answers * EVENTS) / ms) * 1_000),
    bytes_per_event: Math.round(bytes / (answers * EVENTS + OF_VISITOR)),
    indexed_s: Number((indexed / 1_000).toFixed(1)),
    highest_mb: Math.round(before.highest),
    copies: COPIES,
    highest_with_copies_mb: Math.round(after.highest),
  };
}

async function copyOf(url) {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } });
  return /** @type {any} */ (await answer.json()).events.length;
}

/** Put straight into the store: the endpoint takes no more than 2,000 events a day of one visitor. */
async function longVisitor(data) {
  const visitor = randomUUID();
  const store = await SqliteStore.open(data);
  const now = Date.now();
  const arrivals = Array.from({ length: OF_VISITOR / 100 }, (_, batch) => ({
    site: "bench-0",
    visitor,
    day: new Date(now).toISOString().slice(0, 10),
    events: Array.from({ length: 100 }, (_, index) => ({
      id: randomUUID(),
      type: /** @type {const} */ ("page"),
      at: now - batch * 1_000 - index,
      consent: "0123456789abcdef0123456789abcdef",
      url: `${originOf()}/a-page-with-a-long-name/${batch}/${index}`,
      pages: batch * 100 + index,
    })),
  }));
  await Promise.all(arrivals.map((arrival) => store.append(arrival)));
  await store.close();
  return visitor;
}
