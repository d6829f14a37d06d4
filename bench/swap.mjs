/**
 * How long the first swap takes, against other ways to change a number on a page, and what the script does
 * to a page that loads. Prints tables and verdicts, writes `bench/results.json` under `swap` and the tables of
 * the documents. A missed budget is printed, and the exit code stays 0: this measures, tests fail.
 *
 *   node bench/swap.mjs             everything, some minutes on a machine that does nothing else
 *   node bench/swap.mjs --quick     10,000 elements at full speed, the nearest contestants
 *   node bench/swap.mjs --table     the tables of the documents again, of the results written last
 *   --rounds 5   --sizes 1000,10000,100000   --rates 1,4   if given: prints only, writes nothing
 */
import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { CHROMIUM_FLAGS, findChromium } from "../test/findChromium.ts";
import { mergeResults } from "./mergeResults.mjs";
import { bundleContestant, CONTESTANTS, compileOurs } from "./swap/contestants.mjs";
import { generatePage } from "./swap/generatePage.mjs";
import { page, script } from "./swap/html.mjs";
import { comparePictures, measureLoading, serveLoadings } from "./swap/measureLoading.mjs";
import { checkSwap, measureSwap } from "./swap/measureSwap.mjs";
import { median } from "./swap/median.mjs";
import { printGrowth, printLoading, printSwaps, renderTable, warnOfMistakes } from "./swap/report.mjs";
import { serveFiles } from "./swap/serveFiles.mjs";
import { verdictsOf } from "./swap/verdicts.mjs";
import { writeSummary } from "./writeDocuments.mjs";
import { writeTable } from "./writeTable.mjs";

const SIZES = [1_000, 10_000, 100_000];
const RATES = [1, 4];
/** The size of the budgets. */
const SIZE = 10_000;
/** By slow-down. */
const LOADING_ROUNDS = { 1: 1, 4: 2 };

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean" },
    table: { type: "boolean" },
    rounds: { type: "string" },
    sizes: { type: "string" },
    rates: { type: "string" },
  },
});
const isWhole = !options.quick && !options.sizes && !options.rates;
const numbers = (text) => text?.split(",").map(Number);
const sizes = numbers(options.sizes) ?? (options.quick ? [SIZE] : SIZES);
const rates = numbers(options.rates) ?? (options.quick ? [1] : RATES);
const contestants = CONTESTANTS.filter(({ isNear }) => isNear || !options.quick);

/** Those that no budget names are measured in each third round. */
const EVERY = 3;

/** The budgets are of 10,000 elements; pages of 100,000 take seconds each. */
const roundsOf = (size, rate) => {
  const rounds = Number(options.rounds ?? 5);
  const most = { 1000: 3, 100000: rate > 1 ? 1 : 2 };
  return Math.min(rounds, most[size] ?? rounds);
};

if (options.table) {
  const results = JSON.parse(readFileSync(new URL("results.json", import.meta.url), "utf8"));
  if (!results.swap) throw new Error("bench/results.json has no result of this bench: run it first");
  writeDocuments(results.swap);
} else await bench();

async function bench() {
  const files = new Map([["/mgt.js", await compileOurs()]]);
  const pages = Object.fromEntries([SIZE, ...sizes].map((size) => [size, generatePage(size)]));
  for (const [size, { html, expected }] of Object.entries(pages)) {
    files.set(`/${size}/html`, html);
    files.set(`/${size}/expected`, expected);
  }
  for (const { file, isOurs } of contestants) {
    files.set(`/${file}.run.js`, await bundleContestant(file));
    files.set(`/${file}`, page((isOurs ? script("/mgt.js") : "") + script(`/${file}.run.js`)));
  }
  if (isWhole) {
    files.set("/mgt.load.js", await compileOurs({ swapAt: "load" }));
    serveLoadings(files, pages[SIZE]);
  }
  const server = await serveFiles(files);
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
  const busiest = loadavg()[0];
  try {
    /** @type {any} written as it is into `bench/results.json` */
    const run = { chromium: browser.version(), cores: availableParallelism(), first_swap: [] };
    for (const size of sizes) {
      // The checks are also the round that warms the browser up.
      const checks = new Map();
      for (const contestant of contestants)
        checks.set(contestant.name, await checkSwap(browser, server.origin, { contestant, size }));
      for (const rate of rates) {
        const rows = await swaps(browser, server.origin, pages[size], { size, rate, checks });
        printSwaps(rows);
        warnOfMistakes(rows);
        run.first_swap.push(rows);
      }
    }
    if (sizes.length > 1) for (const rate of rates) printGrowth(run.first_swap, rate);
    if (isWhole) await judge(browser, server.origin, run);
  } finally {
    await browser.close();
    await server.close();
  }
  if (busiest > availableParallelism() / 2)
    console.log(
      `this machine was busy when the bench began (load ${busiest.toFixed(1)}): run it again when it is not`,
    );
}

/** Loads the page, judges the whole run, and writes it down. */
async function judge(browser, origin, run) {
  run.loading = [];
  for (const rate of RATES) {
    const rows = await measureLoading(browser, origin, { size: SIZE, rate, rounds: LOADING_ROUNDS[rate] });
    run.loading.push(...rows.map((row) => loadingRow(row, rate)));
    printLoading(run.loading, rate);
  }
  run.picture_as_expected = await comparePictures(browser, origin);
  run.verdicts = verdictsOf(run);
  console.log(`picture of the swapped page: ${run.picture_as_expected ? "as expected" : "NOT as expected"}`);
  console.table(Object.fromEntries(run.verdicts.map(({ what, ...rest }) => [what, rest])));
  if (options.rounds) return;
  mergeResults("swap", run);
  writeDocuments(run);
}

function writeDocuments(run) {
  writeTable("docs/limits.md", "<!-- bench:swap -->", "<!-- /bench:swap -->", renderTable(run));
  writeSummary();
}

async function swaps(browser, origin, { texts, links, textNodes }, { size, rate, checks }) {
  const rounds = roundsOf(size, rate);
  /** @type {{ contestant: (typeof CONTESTANTS)[number], calls: number[], cpus: number[], layouts: number[] }[]} */
  const rows = contestants
    .filter(({ isNear }) => isNear || size <= SIZE || rate === 1)
    .map((contestant) => ({ contestant, calls: [], cpus: [], layouts: [] }));
  for (let round = 0; round < rounds; round++)
    for (const { contestant, calls, cpus, layouts } of rows)
      if (contestant.isNear || round % EVERY === 0) {
        const { call, cpu, layout } = await measureSwap(browser, origin, { contestant, size, rate });
        calls.push(call);
        cpus.push(cpu);
        layouts.push(layout);
      }
  const ours = median(rows.find(({ contestant }) => contestant.isOurs)?.cpus ?? []);
  return {
    elements: size,
    text_nodes: textNodes,
    slow_down: rate,
    rounds,
    contestants: rows.map(({ contestant: { name, isScanOnly }, calls, cpus, layouts }) => ({
      name,
      ms: round(median(calls), 2),
      cpu_ms: round(median(cpus), 2),
      best_cpu_ms: round(Math.min(...cpus), 2),
      times_mgt: round(median(cpus) / ours, 2),
      layout_ms: round(median(layouts), 1),
      ...(!isScanOnly && {
        texts: `${checks.get(name).texts}/${texts}`,
        links: `${checks.get(name).links}/${links}`,
        wrong: checks.get(name).wrong,
        nodes_kept: checks.get(name).nodesKept,
        listeners_kept: checks.get(name).listenersKept,
      }),
    })),
  };
}

/**
 * @param {import("./swap/measureLoading.mjs").Loaded} loaded
 * @param {number} rate
 */
function loadingRow(
  { key, name, longTasks, own, longest = 0, madeLong, shift = 0, frames, wrong, shown, dialled, left },
  rate,
) {
  return {
    key,
    name,
    slow_down: rate,
    ...(own !== undefined && {
      long_tasks: longTasks,
      made_long: madeLong,
      own_ms: round(own, 1),
      longest_ms: round(longest, 1),
      shift: round(shift, 4),
    }),
    ...(frames !== undefined && { frames, wrong, shown, dialled, left }),
  };
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
