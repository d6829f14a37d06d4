import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkConfiguration } from "../../src/endpoint/configuration/checkConfiguration.ts";
import { createCompilationId } from "../../src/endpoint/script/compilationId.ts";
import { compileScript } from "../../src/endpoint/script/compileScript.ts";
import { ScriptCache } from "../../src/endpoint/script/ScriptCache.ts";
import { ServeProcess } from "../../test/faults/ServeProcess.ts";
import { median } from "../swap/median.mjs";
import { generate } from "./load.mjs";
import { benchSite } from "./site.mjs";

const SITES = 50;
/** The site that a reload changes, and that no event of the probe is for. */
const CHANGED = 7;
/** Steady, and far from what the endpoint can take: four connections, 20 ms between answer and request. */
const PROBE = { connections: 4, pauseMs: 20 };

/**
 * A start with the scripts of fifty sites kept, and events while one of them is changed.
 *
 * @param {string} folder
 * @param {number} rounds
 */
export async function measureStart(folder, rounds) {
  const home = join(folder, "start");
  const sites = Array.from({ length: SITES }, (_, number) => benchSite(number));
  await keepScripts(join(home, "data", "scripts", "compiled"), sites);
  const starts = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const served = new ServeProcess({ folder: home, sites });
    await served.address;
    starts.push({ cpu: served.cpuSeconds(), ms: performance.now() - began });
    await served.stop();
  }
  const served = new ServeProcess({ folder: home, sites });
  const address = await served.address;
  const port = Number(new URL(address).port);
  await generate({ port, ...PROBE, ms: 2_000 });
  const reloads = [];
  for (let round = 0; round < rounds; round++) {
    const change = `+3318488${String(1_000 + round)}`;
    const reloading = await whileReloading(port, () => reload(home, address, sites, change));
    const idle = await generate({ port, ...PROBE, ms: reloading.ms });
    reloads.push({ reloading, idle });
  }
  await served.stop();
  const figure = (which, key) => median(reloads.map((one) => one[which][key]));
  return {
    sites: SITES,
    start_cpu_s: Number(median(starts.map(({ cpu }) => cpu)).toFixed(2)),
    start_s: Number((median(starts.map(({ ms }) => ms)) / 1_000).toFixed(2)),
    reload_s: Number((figure("reloading", "ms") / 1_000).toFixed(1)),
    slowest_ms: Number(figure("reloading", "slowest").toFixed(1)),
    idle_slowest_ms: Number(figure("idle", "slowest").toFixed(1)),
    slowest_ratio: Number(
      median(reloads.map(({ reloading, idle }) => reloading.slowest / idle.slowest)).toFixed(2),
    ),
    p99_ratio: Number(median(reloads.map(({ reloading, idle }) => reloading.p99 / idle.p99)).toFixed(2)),
  };
}

/** One real script, kept for each site: compiling fifty would measure esbuild and terser. */
async function keepScripts(folder, inputs) {
  const { sites } = checkConfiguration(JSON.stringify({ sites: inputs }));
  const cache = new ScriptCache(folder);
  const idOf = createCompilationId();
  const [first] = sites;
  if (!first) throw new Error("no site");
  const script = await compileScript(first);
  for (const site of sites) await cache.keep(idOf(site), script);
}

/** The probe for as long as a reload takes. */
async function whileReloading(port, reload) {
  const ended = new AbortController();
  const probe = generate({ port, ...PROBE }, ended.signal);
  await reload();
  ended.abort();
  return probe;
}

/** Resolves once the changed site's new script is served. */
async function reload(home, address, sites, tracked) {
  const version = async () => (await fetch(`${address}/bench-${CHANGED}.js`)).headers.get("x-mgt-version");
  const before = await version();
  const changed = sites.map((site, number) =>
    number === CHANGED ? { ...site, numbers: [{ ...site.numbers[0], tracked }] } : site,
  );
  writeFileSync(join(home, "mgt.config.json"), JSON.stringify({ sites: changed }));
  const end = performance.now() + 120_000;
  while ((await version()) === before) {
    if (performance.now() > end) throw new Error("the reload did not end");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
