/**
 * Durable acknowledged events per second of the endpoint, against a bare `node:http` server that
 * parses the same JSON and answers 204. One event of about 400 bytes per request, 64 connections,
 * the load generator in its own process, interleaved rounds, medians.
 *
 *   node bench/endpoint.mjs            prints a table, writes bench/results.json under `endpoint`
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { mergeResults } from "./mergeResults.mjs";
import { portOf } from "./portOf.mjs";
import { writeEndpoint, writeSummary } from "./writeDocuments.mjs";

const ROUNDS = 5;
const ROUND_MS = 1_000;
const CONNECTIONS = 64;
const BUDGET = { must: 0.45, aim: 0.7 };

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));
const ORIGIN = "https://www.garage-martin.example";
const TOKEN = "bench-of-the-endpoint";

const roles = { bare, load, bench };
await roles[process.argv[2] ?? "bench"](...process.argv.slice(3));

/** The yardstick: what Node itself takes to receive the same request. */
function bare() {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      JSON.parse(Buffer.concat(chunks).toString("utf8"));
      response.writeHead(204).end();
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ port: portOf(server) }));
}

/** Sends and waits, on each connection; prints `{ "answers", "failures", "ms" }`. */
async function load(port, ms) {
  const end = performance.now() + Number(ms);
  let answers = 0;
  let failures = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const socket = connect(Number(port), "127.0.0.1").setNoDelay(true);
      const send = () => socket.write(eventRequest());
      await new Promise((resolve, reject) => {
        socket.on("error", reject).on("close", resolve).on("connect", send);
        socket.on("data", (data) => {
          if (data.includes("HTTP/1.1 204")) answers++;
          else failures++;
          if (performance.now() < end) send();
          else socket.destroy();
        });
      });
    }),
  );
  process.stdout.write(JSON.stringify({ answers, failures, ms: performance.now() - began }));
}

function eventRequest() {
  const now = Date.now();
  const body = JSON.stringify({
    site: "bench",
    visitor: randomUUID(),
    sent: now,
    consent: "0123456789abcdef0123456789abcdef",
    events: [
      {
        id: randomUUID(),
        type: "entry",
        at: now,
        landing: "https://www.garage-martin.example/revision",
        referrer: "https://www.google.com/",
        tracking_ids: { gclid: "EAIaIQobChMI8Jy_synthetic" },
        condition: "google-ads",
        source: "Google Ads",
        channel: "paid_search",
      },
    ],
  });
  return `POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${ORIGIN}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

async function bench() {
  const folder = mkdtempSync(join(tmpdir(), "mgt-bench-"));
  const servers = [];
  try {
    const yardstick = await startBare(servers);
    const endpoint = await startEndpoint(folder, servers);
    const runs = { bare: [], endpoint: [] };
    for (let round = -1; round < ROUNDS; round++) {
      for (const [name, server] of [
        ["bare", yardstick],
        ["endpoint", endpoint],
      ]) {
        const run = await measure(server);
        // The first round warms both up.
        if (round >= 0) runs[name].push(run);
      }
    }
    report(runs);
  } finally {
    for (const child of servers) {
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.once("exit", resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function startBare(servers) {
  const child = spawn(process.execPath, [self, "bare"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  servers.push(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("message", (/** @type {any} */ { port }) =>
      resolve({ port, pid: child.pid, settle: async () => {} }),
    );
  });
}

async function startEndpoint(folder, servers) {
  const config = join(folder, "mgt.config.json");
  const site = {
    key: "bench",
    origins: [ORIGIN],
    mode: "parcours",
    numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    conditions: [
      {
        id: "google-ads",
        source: "Google Ads",
        when: { param: "gclid" },
        numbers: { main: "+33184880001" },
      },
    ],
    consent: { manager: "manual" },
  };
  writeFileSync(config, JSON.stringify({ sites: [site] }));
  const child = spawn(process.execPath, [join(root, "src/cli/mgt.ts"), "serve", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      MGT_CONFIG: config,
      MGT_DATA: join(folder, "data"),
      MGT_RATE: "0",
      MGT_ADMIN_TOKEN: TOKEN,
    },
  });
  servers.push(child);
  let said = "";
  const address = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the endpoint ended with ${code}: ${said}`)));
    child.stdout.on("data", (data) => {
      said = (said + data).slice(-10_000);
      const [, found] = /"listening":"([^"]+)"/.exec(said) ?? [];
      if (found) resolve(found);
    });
  });
  const headers = { authorization: `Bearer ${TOKEN}` };
  // A report waits until everything acknowledged is indexed: that work belongs to this round.
  const settle = async () => {
    const response = await fetch(`${address}/v1/sites/bench/report?from=2000-01-01&to=2000-01-01`, {
      headers,
    });
    if (!response.ok) throw new Error(`report: ${response.status}`);
  };
  return { port: Number(new URL(address).port), pid: child.pid, settle };
}

async function measure({ port, pid, settle }) {
  const before = cpuSeconds(pid);
  const { answers, failures, ms } = await generate(port);
  await settle();
  if (failures > 0) throw new Error(`${failures} requests were not answered 204`);
  return { rate: (answers / ms) * 1_000, cpu: ((cpuSeconds(pid) - before) / answers) * 1e6 };
}

function generate(port) {
  const child = spawn(process.execPath, [self, "load", String(port), String(ROUND_MS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (data) => {
    text += data;
  });
  return new Promise((resolve, reject) => {
    child.once("close", (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error("load generator failed")),
    );
  });
}

/** User and system time of a process and its threads; NaN where there is no /proc. */
function cpuSeconds(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields after the name, which may itself hold blanks: utime and stime are the 14th and 15th of all.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function report(runs) {
  const rates = { bare: median(runs.bare, "rate"), endpoint: median(runs.endpoint, "rate") };
  const ratio = median(
    runs.endpoint.map(({ rate }, round) => ({ ratio: rate / runs.bare[round].rate })),
    "ratio",
  );
  const rows = {
    "bare node:http": {
      "requests/s": Math.round(rates.bare),
      "CPU µs/request": Math.round(median(runs.bare, "cpu")),
      ratio: 1,
    },
    "mgt serve": {
      "requests/s": Math.round(rates.endpoint),
      "CPU µs/request": Math.round(median(runs.endpoint, "cpu")),
      ratio: Number(ratio.toFixed(2)),
    },
  };
  console.table(rows);
  console.log(`ratio ${ratio.toFixed(2)}: must be at least ${BUDGET.must}, aim ${BUDGET.aim}`);
  const result = {
    connections: CONNECTIONS,
    rounds: ROUNDS,
    bare_requests_per_second: rows["bare node:http"]["requests/s"],
    durable_requests_per_second: rows["mgt serve"]["requests/s"],
    bare_cpu_us: rows["bare node:http"]["CPU µs/request"],
    durable_cpu_us: rows["mgt serve"]["CPU µs/request"],
    ratio: rows["mgt serve"].ratio,
    ...BUDGET,
    ok: ratio >= BUDGET.must,
  };
  mergeResults("endpoint", result);
  writeEndpoint(result);
  writeSummary();
  if (ratio < BUDGET.must) process.exitCode = 1;
}

function median(values, key) {
  const sorted = values.map((value) => value[key]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
