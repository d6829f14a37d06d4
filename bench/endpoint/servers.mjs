import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PostgresServer } from "../../test/faults/PostgresServer.ts";
import { ServeProcess } from "../../test/faults/ServeProcess.ts";
import { startBare } from "./bare.mjs";
import { benchSite } from "./site.mjs";

/**
 * What is measured: where it listens, the processor time it has taken, and how to wait for work that it has put off.
 *
 * @typedef {{ name: string, ports: number[], cpu(): number, settle(): Promise<void>, stop(): Promise<unknown> }} Server
 */

/** @param {number} pid */
export function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** @returns {Promise<Server>} */
async function bare() {
  const { port, pid, stop } = await startBare();
  return {
    name: "bare node:http",
    ports: [port],
    cpu: () => cpuOf(pid),
    settle: async () => {},
    stop: async () => stop(),
  };
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {Record<string, string>} env
 * @returns {Promise<Server>}
 */
async function endpoint(name, folder, env = {}, processes = 1) {
  const served = Array.from(
    { length: processes },
    (_, index) => new ServeProcess({ folder: join(folder, `${name}-${index}`), sites: [benchSite()], env }),
  );
  const addresses = await Promise.all(served.map(({ address }) => address));
  return {
    name,
    ports: addresses.map((address) => Number(new URL(address).port)),
    cpu: () => served.reduce((sum, one) => sum + one.cpuSeconds(), 0),
    settle: async () => void (await Promise.all(served.map((one) => one.settle("bench-0")))),
    stop: () => Promise.all(served.map((one) => one.stop())),
  };
}

/**
 * The yardstick, the embedded store, and PostgreSQL where there is one: that of `DATABASE_URL`, else one of our own.
 *
 * @param {string} folder
 * @returns {Promise<{ servers: Server[], stop(): Promise<void> }>}
 */
export async function startServers(folder) {
  const servers = [await bare(), await endpoint("SQLite", folder)];
  const given = process.env.DATABASE_URL;
  const own = given ? undefined : await PostgresServer.start();
  const url = given ?? own?.url ?? "";
  try {
    servers.push(await endpoint("PostgreSQL", folder, { DATABASE_URL: url }));
    servers.push(await endpoint("PostgreSQL, 2 processes", folder, { DATABASE_URL: url }, 2));
  } catch (error) {
    console.log(`PostgreSQL is left out: ${String(error).split("\n")[0]}`);
  }
  return {
    servers,
    async stop() {
      for (const server of servers) await server.stop();
      await own?.remove();
    },
  };
}
