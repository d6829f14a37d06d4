/** The yardstick, a process of its own: what Node itself takes to receive the same request. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { portOf } from "../portOf.mjs";

const self = fileURLToPath(import.meta.url);

/** @returns {Promise<{ port: number, pid: number, stop(): void }>} */
export function startBare() {
  const child = spawn(process.execPath, [self], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("message", (/** @type {any} */ { port }) =>
      resolve({ port, pid: child.pid ?? 0, stop: () => void child.kill() }),
    );
  });
}

if (process.argv[1] === self) {
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
