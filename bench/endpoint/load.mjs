/**
 * Load generator, a process of its own: `node bench/endpoint/load.mjs '{ "port", … }'`. Each connection sends, waits
 * for the answer, and sends again. Prints `{ "answers", "failures", "ms", "p50", "p99", "slowest" }`, times in ms.
 */

import { spawn } from "node:child_process";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { eventsBody, originOf } from "./site.mjs";

const self = fileURLToPath(import.meta.url);

/**
 * @typedef {{
 *   port: number | number[], kind?: "events" | "script", connections?: number, ms?: number, requests?: number,
 *   events?: number, pauseMs?: number, site?: number,
 * }} Load `ms` or `requests` bound it; `events` are of one request; several ports are taken in turn
 * @typedef {{ answers: number, failures: number, ms: number, p50: number, p99: number, slowest: number }} Loaded
 */

/**
 * @param {Load} load
 * @param {AbortSignal} [ended] ends it before its time
 * @returns {Promise<Loaded>}
 */
export function generate(load, ended) {
  const child = spawn(process.execPath, [self, JSON.stringify(load)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  ended?.addEventListener("abort", () => child.kill("SIGTERM"));
  let text = "";
  child.stdout.on("data", (data) => {
    text += data;
  });
  return new Promise((resolve, reject) => {
    child.once("close", (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error("the load generator failed")),
    );
  });
}

/** @param {Load} load */
async function run({ port, kind = "events", connections = 64, ms = Infinity, requests = Infinity, ...rest }) {
  const { events = 1, pauseMs = 0, site = 0 } = rest;
  const ports = [port].flat();
  const request = kind === "script" ? () => scriptRequest(site) : () => eventsRequest(events, site);
  const expected = kind === "script" ? " 200 " : " 204 ";
  const times = [];
  let failures = 0;
  let sent = 0;
  const began = performance.now();
  let isEnded = false;
  process.on("SIGTERM", () => {
    isEnded = true;
  });
  const isOver = () => isEnded || sent >= requests || performance.now() - began >= ms;
  await Promise.all(
    Array.from({ length: connections }, (_, index) => {
      const socket = connect(ports[index % ports.length], "127.0.0.1").setNoDelay(true);
      let at = 0;
      let missing = 0;
      const send = () => {
        if (isOver()) return void socket.destroy();
        sent++;
        at = performance.now();
        socket.write(request());
      };
      return new Promise((resolve, reject) => {
        socket.on("error", reject).on("close", resolve).on("connect", send);
        socket.on("data", (data) => {
          if (missing === 0) {
            const head = data.toString("latin1", 0, 2_000);
            if (!head.slice(0, 16).includes(expected)) failures++;
            const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
            missing = head.indexOf("\r\n\r\n") + 4 + length;
          }
          missing -= data.length;
          if (missing > 0) return;
          missing = 0;
          times.push(performance.now() - at);
          if (pauseMs > 0) setTimeout(send, pauseMs);
          else send();
        });
      });
    }),
  );
  const total = performance.now() - began;
  times.sort((a, b) => a - b);
  const quantile = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const loaded = { answers: times.length - failures, failures, ms: total };
  process.stdout.write(
    JSON.stringify({ ...loaded, p50: quantile(0.5), p99: quantile(0.99), slowest: quantile(1) }),
  );
}

function eventsRequest(events, site) {
  const body = eventsBody(events, undefined, site);
  return `POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${originOf(site)}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const scriptRequest = (site) =>
  `GET /bench-${site}.js HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n`;

if (process.argv[1] === self) await run(JSON.parse(process.argv[2] ?? "{}"));
