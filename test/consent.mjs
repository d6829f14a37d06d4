/**
 * Every consent manager through every scenario and many random sequences, in a real browser, and a table
 * of it: `node test/consent.mjs`, or `--daily` with fewer sequences. `MGT_SEED` repeats a run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FULL = 2000;
const DAILY = 100;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const report =
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? join(mkdtempSync(join(tmpdir(), "mgt-consent-")), "report");
const sequences = process.env.MGT_SEQUENCES ?? `${process.argv.includes("--daily") ? DAILY : FULL}`;
const seed = process.env.MGT_SEED ?? `${Date.now() % 2 ** 31}`;
console.log(`${sequences} random sequences for each manager, seed ${seed}`);

const { status } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/playwright/cli.js"),
    "test",
    "-c",
    "test/browser",
    "--project=consent",
    "--reporter=line,json",
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      MGT_SEQUENCES: sequences,
      MGT_SEED: seed,
    },
  },
);

/**
 * @typedef {{ annotations: { type: string, description: string }[] }} Run
 * @returns {{ titles: string[], ok: boolean, tests: Run[] }[]} tests with the titles of what they stand in
 */
const flatten = ({ suites = [], specs = [] }, titles = []) => [
  ...specs.map((spec) => ({ ...spec, titles: [...titles, spec.title] })),
  ...suites.flatMap((suite) => flatten(suite, /\.ts$/.test(suite.title) ? titles : [...titles, suite.title])),
];

if (existsSync(report)) {
  const rows = {};
  let tried = 0;
  for (const { titles, ok, tests } of flatten(JSON.parse(readFileSync(report, "utf8")))) {
    const [manager, scenario] = titles.join(" › ").split(" › ");
    rows[manager] ??= {};
    rows[manager][scenario] = ok ? "✓" : "✗";
    const note = tests[0]?.annotations.find(({ type }) => type === "sequences");
    if (note) {
      const found = JSON.parse(note.description);
      rows[manager][scenario] = `${found.tried} ${ok ? "✓" : "✗"}`;
      tried += found.tried;
    }
  }
  const managers = Object.keys(rows);
  const scenarios = [...new Set(managers.flatMap((manager) => Object.keys(rows[manager])))];
  console.table(
    Object.fromEntries(
      scenarios.map((scenario) => [
        scenario,
        Object.fromEntries(managers.map((manager) => [manager, rows[manager][scenario] ?? "–"])),
      ]),
    ),
  );
  console.log(`${tried} random sequences held, seed ${seed}`);
}
process.exitCode = status ?? 1;
