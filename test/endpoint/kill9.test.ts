import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "../support/postgres/startPostgres.ts";
import { spawnServe, temporaryFolder } from "./spawnServe.ts";

const EVENTS = 5_000;
const KILL_AFTER = 1_500;
const CONNECTIONS = 32;
const ORIGIN = "https://www.garage-martin.example";
const TOKEN = "kill9-of-the-endpoint";

const SITE = {
  key: "mod-kill",
  origins: [ORIGIN],
  mode: "parcours",
  numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  consent: { manager: "manual" },
};

/** As many events as one visitor may have in a day, less some. */
const EVENTS_OF_VISITOR = 1_000;
const VISITORS = Array.from({ length: Math.ceil(EVENTS / EVENTS_OF_VISITOR) }, () => randomUUID());

/** Posts one event; true once it is acknowledged. */
function post(agent: Agent, address: string, visitor: string, id: string): Promise<boolean> {
  const now = Date.now();
  const event = { id, type: "page", at: now, url: `${ORIGIN}/`, pages: 1 };
  const body = JSON.stringify({ site: SITE.key, visitor, sent: now, consent: "", events: [event] });
  return new Promise((resolve) => {
    const headers = { origin: ORIGIN, "content-type": "text/plain" };
    const sent = request(`${address}/v1/events`, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode === 204));
      response.once("error", () => resolve(false));
    });
    sent.once("error", () => resolve(false));
    sent.end(body);
  });
}

/** Posts all ids, and tells of each acknowledgement. */
async function postAll(address: string, ids: readonly string[], acknowledged: (id: string) => void) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const queue = ids.map((id, index) => ({ id, visitor: VISITORS[index % VISITORS.length] ?? "" }));
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (await post(agent, address, next.visitor, next.id)) acknowledged(next.id);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
}

async function storedIds(address: string): Promise<string[]> {
  const ids: string[] = [];
  for (const visitor of VISITORS) {
    const response = await fetch(`${address}/v1/sites/${SITE.key}/visitors/${visitor}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const { events } = (await response.json()) as { events: { id: string }[] };
    ids.push(...events.map(({ id }) => id));
  }
  return ids;
}

async function databaseUrl(): Promise<string> {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  return server.database();
}

const STORES: Record<string, () => Promise<Record<string, string>>> = {
  embedded: async () => ({}),
  PostgreSQL: async () => ({ DATABASE_URL: await databaseUrl() }),
};

test.each(Object.entries(STORES))(
  "%s: kill -9 under load loses nothing that was acknowledged, and doubles nothing that is sent again",
  async (_, store) => {
    const folder = await temporaryFolder();
    const config = join(folder, "mgt.config.json");
    await writeFile(config, JSON.stringify({ sites: [SITE] }));
    const env = {
      MGT_CONFIG: config,
      MGT_DATA: join(folder, "data"),
      MGT_RATE: "0",
      MGT_ADMIN_TOKEN: TOKEN,
      ...(await store()),
    };
    const ids = Array.from({ length: EVENTS }, () => randomUUID());

    const first = spawnServe([], env, folder);
    const acknowledged = new Set<string>();
    await postAll(await first.address, ids, (id) => {
      acknowledged.add(id);
      if (acknowledged.size === KILL_AFTER) first.child.kill("SIGKILL");
    });
    expect(await first.ended).toBe("SIGKILL");
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(acknowledged.size).toBeLessThan(EVENTS);

    const second = spawnServe([], env, folder);
    const address = await second.address;
    const survived = new Set(await storedIds(address));
    expect([...acknowledged].filter((id) => !survived.has(id))).toEqual([]);

    let again = 0;
    await postAll(address, ids, () => again++);
    expect(again).toBe(EVENTS);
    const finally_ = await storedIds(address);
    expect(finally_.toSorted()).toEqual(ids.toSorted());

    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  },
  120_000,
);
