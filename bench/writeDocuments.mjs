import { readFileSync } from "node:fs";
import { markdownTable, writeTable } from "./writeTable.mjs";

const LIMITS = "docs/limits.md";
const RESULTS = new URL("results.json", import.meta.url);

const bytes = (value) => `${value.toLocaleString("en")} B`;

/** What each file is called in the documents. */
const FILES = {
  "dist/mgt.js": "`dist/mgt.js`, everything",
  "reference site, parcours": "served for `bench/reference.config.json`, `parcours`",
  "reference site, rotation": "the same in `rotation`",
  "reference site, invisible": "the same in `invisible`",
  "lean site":
    "served for `bench/lean.config.json`: `parcours`, `manual`, everything switched off that can be",
};

/** Writes the tables of sizes, and of what each consent manager and part adds, into `docs/limits.md`. */
export function writeSizes(sizes, adapters, features) {
  const rows = sizes.map(({ file, "brotli B": size, must, aim }) => [
    FILES[file] ?? file,
    bytes(size),
    bytes(must),
    bytes(aim),
    size <= aim ? "aim met" : size <= must ? "must met" : `missed by ${bytes(size - must)}`,
  ]);
  writeTable(
    LIMITS,
    "<!-- sizes -->",
    "<!-- /sizes -->",
    markdownTable(["file", "now:", "must:", "aim:", ""], rows),
  );
  const costs = Object.entries(adapters).sort(([, a], [, b]) => a - b);
  writeTable(
    LIMITS,
    "<!-- adapters -->",
    "<!-- /adapters -->",
    markdownTable(
      ["`consent.manager`", "adds:"],
      costs.map(([manager, cost]) => [`\`${manager}\``, bytes(cost)]),
    ),
  );
  writeTable(
    LIMITS,
    "<!-- features -->",
    "<!-- /features -->",
    markdownTable(
      ["part", "adds:"],
      Object.entries(features).map(([part, cost]) => [part, bytes(cost)]),
    ),
  );
}

/**
 * Writes what the endpoint's bench measured into `docs/limits.md`.
 *
 * @param {Record<string, any>} result
 */
export function writeEndpoint({ cores, connections, rounds, cost, by_connections: levels, budgets }) {
  const number = (value) => value.toLocaleString("en");
  const costs = markdownTable(
    ["", "requests/s:", "× bare:", "CPU a request:", "× bare:"],
    cost.map(({ name, ...row }) => [
      name,
      number(row.requests_per_second),
      row.ratio.toFixed(2),
      `${row.cpu_us} µs`,
      row.cpu_ratio.toFixed(2),
    ]),
  );
  const latencies = markdownTable(
    ["", "connections:", "requests/s:", "median:", "99 %:", "slowest:"],
    levels.map(({ name, kind, ...row }) => [
      kind === "script" ? "script, brotli" : name,
      number(row.connections),
      number(row.requests_per_second),
      ...[row.p50_ms, row.p99_ms, row.slowest_ms].map((ms) => `${ms} ms`),
    ]),
  );
  const verdicts = markdownTable(
    ["budget", "now:", "must:", "aim:", ""],
    budgets.map(({ what, now, must, aim, verdict }) => [what, ...[now, must, aim].map(String), verdict]),
  );
  const words = `${cores} cores for everything, the load generator included; ${connections} connections, medians of ${rounds} interleaved rounds.`;
  writeTable(
    LIMITS,
    "<!-- bench:endpoint -->",
    "<!-- /bench:endpoint -->",
    [verdicts, costs, latencies, words].join("\n\n"),
  );
}

/** Words of the table on the first page, by language. */
const SUMMARIES = {
  "README.md": {
    locale: "en",
    unit: "B",
    head: ["measured", "now:", "budget:"],
    rows: [
      "served script, `parcours`, brotli",
      "served script, `invisible`, brotli",
      "`dist/mgt.js`, every mode and manager, brotli",
      "first swap, page of 10,000 elements, CPU",
      "the same by mark.js",
      "durable requests of the endpoint, against a bare `node:http`",
    ],
  },
  "README.fr.md": {
    locale: "fr",
    unit: "o",
    head: ["mesuré", "à ce jour :", "budget :"],
    rows: [
      "script servi, `parcours`, brotli",
      "script servi, `invisible`, brotli",
      "`dist/mgt.js`, tous les modes et gestionnaires, brotli",
      "premier remplacement, page de 10 000 éléments, processeur",
      "le même par mark.js",
      "requêtes durables du point de collecte, rapportées à un `node:http` nu",
    ],
  },
};

/** Writes the small table of `README.md` and `README.fr.md` from what the benches wrote last. */
export function writeSummary() {
  const { sizes, swap, endpoint } = JSON.parse(readFileSync(RESULTS, "utf8"));
  const ofFile = (name) => sizes.find(({ file }) => file === name);
  const fast = swap.first_swap.find(({ elements, slow_down }) => elements === 10_000 && slow_down === 1);
  const ofPeer = (name) => fast.contestants.find((row) => row.name === name);
  for (const [document, { locale, unit, head, rows }] of Object.entries(SUMMARIES)) {
    const number = (value, digits = 0) =>
      value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const size = (name) => {
      const { "brotli B": now, must } = ofFile(name);
      return [now, must].map((value) => `${number(value)}\u00a0${unit}`);
    };
    const ratio = endpoint.budgets.find(({ what }) => what.startsWith("durable requests/s"));
    const figures = [
      size("reference site, parcours"),
      size("reference site, invisible"),
      size("dist/mgt.js"),
      [`${number(ofPeer("mgt").cpu_ms, 1)}\u00a0ms`, ""],
      [`${number(ofPeer("mark.js").cpu_ms, 1)}\u00a0ms`, ""],
      [number(ratio.now, 2), number(ratio.must, 2)],
    ];
    writeTable(
      document,
      "<!-- generated: sizes -->",
      "<!-- /generated -->",
      markdownTable(
        head.map((name) => name.replace(/\s*:$/, ":")),
        rows.map((row, index) => [row, ...figures[index]]),
      ),
    );
  }
}
