import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type { SiteInput } from "../../src/vocabulary/site.ts";
import { TOKEN } from "./ServeProcess.ts";

export const ORIGIN = "https://www.garage-martin.example";

export const SITE: SiteInput = {
  key: "mod-faults",
  origins: [ORIGIN],
  mode: "parcours",
  numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  consent: { manager: "manual" },
};

/** Of one visitor: fewer than the endpoint takes of one in a day. */
const OF_VISITOR = 200;
const CONNECTIONS = 16;
/** An answer that takes longer is none (ms): longer than a busy machine keeps a request. */
const GIVE_UP_MS = 30_000;

/** What was sent, and what was acknowledged of it, over any number of endpoints in a row. */
export class Load {
  /** Event id → its visitor. */
  readonly sent = new Map<string, string>();
  readonly acknowledged = new Set<string>();
  /** Status → how often; 0: no answer. */
  readonly statuses = new Map<number, number>();
  slowestMs = 0;
  #visitor = randomUUID();
  #ofVisitor = 0;
  #clients: Promise<void>[] = [];
  #isOver = false;

  /** Sends event after event on several connections until `stop`. */
  start(address: string): void {
    this.#isOver = false;
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const client = async () => {
      while (!this.#isOver) {
        const id = randomUUID();
        // No answer: the endpoint is gone, or on its way. Not so often that this is all that the machine does.
        if ((await this.send(address, id, agent)) === 0) await new Promise((next) => setTimeout(next, 20));
      }
    };
    this.#clients = Array.from({ length: CONNECTIONS }, client);
    void Promise.all(this.#clients).finally(() => agent.destroy());
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#clients);
  }

  /** Sends everything again. */
  async repeat(address: string): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const ids = [...this.sent.keys()];
    const client = async () => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) await this.send(address, id, agent);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
    agent.destroy();
  }

  /** Resolves to the status, 0 where there was no answer. */
  async send(address: string, id: string, agent: Agent): Promise<number> {
    const visitor = this.sent.get(id) ?? this.#nextVisitor();
    this.sent.set(id, visitor);
    const now = Date.now();
    const event = { id, type: "page", at: now, url: `${ORIGIN}/`, pages: 1 };
    const body = JSON.stringify({ site: SITE.key, visitor, sent: now, consent: "", events: [event] });
    const began = performance.now();
    const status = await post(`${address}/v1/events`, body, agent);
    this.slowestMs = Math.max(this.slowestMs, performance.now() - began);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status === 204) this.acknowledged.add(id);
    return status;
  }

  /** What the endpoint has of all of it: acknowledged and not there, there twice, there and never sent. */
  async judge(address: string): Promise<{ lost: number; doubled: number; foreign: number; stored: number }> {
    const stored: string[] = [];
    for (const visitor of new Set(this.sent.values())) stored.push(...(await storedIds(address, visitor)));
    const kept = new Set(stored);
    return {
      lost: [...this.acknowledged].filter((id) => !kept.has(id)).length,
      doubled: stored.length - kept.size,
      foreign: [...kept].filter((id) => !this.sent.has(id)).length,
      stored: kept.size,
    };
  }

  /** How often it answered like this. */
  count(isSuch: (status: number) => boolean): number {
    return [...this.statuses].reduce((sum, [status, times]) => sum + (isSuch(status) ? times : 0), 0);
  }

  #nextVisitor(): string {
    if (++this.#ofVisitor % OF_VISITOR === 0) this.#visitor = randomUUID();
    return this.#visitor;
  }
}

export function post(url: string, body: string | Buffer, agent?: Agent): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: "POST",
        ...(agent && { agent }),
        headers: { origin: ORIGIN, "content-type": "text/plain" },
        timeout: GIVE_UP_MS,
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
        response.once("error", () => resolve(0));
      },
    );
    sent.once("timeout", () => sent.destroy());
    sent.once("error", () => resolve(0));
    sent.end(body);
  });
}

export async function storedIds(address: string, visitor: string): Promise<string[]> {
  const answer = await fetch(`${address}/v1/sites/${SITE.key}/visitors/${visitor}`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  if (!answer.ok) throw new Error(`copy: ${answer.status} ${await answer.text()}`);
  const { events } = (await answer.json()) as { events: { id: string }[] };
  return events.map(({ id }) => id);
}

/** Resolves to whether the condition came to hold in time. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  withinMs: number,
): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await holds()) return true;
    await new Promise((next) => setTimeout(next, 50));
  }
  return false;
}

export const readiness = async (address: string): Promise<number> =>
  fetch(`${address}/readyz`).then(
    (answer) => answer.status,
    () => 0,
  );
