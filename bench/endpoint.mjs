/**
 * The endpoint's budgets: processor time and rate of durable requests against a bare `node:http` that parses the same
 * JSON, on both stores; connections; scripts; a start and a reload with fifty sites; resident memory. On loopback only.
 *
 *   npm run bench:endpoint                          all of it, about ten minutes
 *   npm run bench:endpoint -- --quick               two rounds, 100,000 events
 *   npm run bench:endpoint -- --only cost,start     some of it: cost, connections, start, memory
 *   npm run bench:endpoint -- --events 500000       fewer events for the memory
 *
 * With `DATABASE_URL` PostgreSQL is that one (an empty database), else one of our own where the machine has it.
 * Prints tables, writes `endpoint` in bench/results.json and the table in docs/limits.md; with `--only` or `--quick`
 * it only prints. Exit: 0, or 1 where a budget is missed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { budgetRows } from "./endpoint/budgets.mjs";
import { measureConnections, measureCost } from "./endpoint/measureCost.mjs";
import { measureMemory } from "./endpoint/measureMemory.mjs";
import { measureStart } from "./endpoint/measureStart.mjs";
import { startServers } from "./endpoint/servers.mjs";
import { mergeResults } from "./mergeResults.mjs";
import { writeEndpoint, writeSummary } from "./writeDocuments.mjs";

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string" }, events: { type: "string" } },
});
const parts = (values.only ?? "cost,connections,start,memory").split(",");
const rounds = values.quick ? 2 : 5;
const roundMs = 1_000;
const events = Number(values.events ?? (values.quick ? 100_000 : 2_000_000));
const connections = 64;

const folder = mkdtempSync(join(tmpdir(), "mgt-bench-"));
/** @type {Record<string, any>} */
const result = { cores: availableParallelism(), connections, rounds };
try {
  if (parts.includes("cost") || parts.includes("connections")) {
    const { servers, stop } = await startServers(folder);
    try {
      if (parts.includes("cost")) {
        result.cost = await measureCost(servers, { rounds, roundMs, connections });
        console.table(Object.fromEntries(result.cost.map(({ name, ...row }) => [name, row])));
      }
      if (parts.includes("connections")) {
        result.by_connections = await measureConnections(servers, 2 * roundMs);
        console.table(result.by_connections);
      }
    } finally {
      await stop();
    }
  }
  if (parts.includes("start")) {
    result.start = await measureStart(folder, values.quick ? 1 : 3);
    console.table(result.start);
  }
  if (parts.includes("memory")) {
    result.memory = await measureMemory(folder, events);
    console.table(result.memory);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const budgets = budgetRows(result);
console.table(budgets);
if (!values.only && !values.quick) {
  mergeResults("endpoint", { ...result, budgets });
  writeEndpoint({ ...result, budgets });
  writeSummary();
}
if (budgets.some(({ verdict }) => verdict === "missed")) process.exitCode = 1;
