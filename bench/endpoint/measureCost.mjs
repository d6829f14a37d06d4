import { median } from "../swap/median.mjs";
import { generate } from "./load.mjs";

const LEVELS = [1, 16, 64, 256];

/**
 * Requests of one event each against every server in turn, round after round: requests/s and processor time of each
 * request, of the server alone.
 *
 * @param {import("./servers.mjs").Server[]} servers
 * @param {{ rounds: number, roundMs: number, connections: number }} options
 */
export async function measureCost(servers, { rounds, roundMs, connections }) {
  /** @type {Record<string, { rate: number, cpu: number }[]>} */
  const runs = Object.fromEntries(servers.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const server of servers) {
      const run = await once(server, { ms: roundMs, connections });
      // The first round warms up.
      if (round >= 0) runs[server.name].push(run);
    }
  const [yardstick] = servers;
  return servers.map(({ name }) => {
    const ratioOf = (key) =>
      median(runs[name].map((run, round) => run[key] / runs[yardstick.name][round][key]));
    return {
      name,
      requests_per_second: Math.round(median(runs[name].map(({ rate }) => rate))),
      cpu_us: Math.round(median(runs[name].map(({ cpu }) => cpu))),
      ratio: Number(ratioOf("rate").toFixed(2)),
      cpu_ratio: Number(ratioOf("cpu").toFixed(2)),
    };
  });
}

/**
 * The same by number of connections, with the time that an answer takes; and the script in place of the events.
 *
 * @param {import("./servers.mjs").Server[]} servers
 * @param {number} ms
 */
export async function measureConnections(servers, ms) {
  const rows = [];
  for (const server of servers)
    for (const connections of LEVELS) rows.push(await latency(server, "events", connections, ms));
  const [, embedded] = servers;
  if (embedded) rows.push(await latency(embedded, "script", 64, ms));
  return rows;
}

async function latency(server, kind, connections, ms) {
  const { rate, p50, p99, slowest } = await once(server, { kind, connections, ms });
  const round = (value) => Number(value.toFixed(1));
  return {
    name: server.name,
    kind,
    connections,
    requests_per_second: Math.round(rate),
    p50_ms: round(p50),
    p99_ms: round(p99),
    slowest_ms: round(slowest),
  };
}

async function once(server, load) {
  const before = server.cpu();
  const { answers, failures, ms, ...times } = await generate({ port: server.ports, ...load });
  // What the store puts off until it is quiet belongs to the requests that made it.
  await server.settle();
  if (failures > 0 || answers === 0)
    throw new Error(`${server.name}: ${failures} of ${answers + failures} requests were refused`);
  return { rate: (answers / ms) * 1_000, cpu: ((server.cpu() - before) / answers) * 1e6, ...times };
}
