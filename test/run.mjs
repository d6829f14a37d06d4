/**
 * Every check there is, in one command: `node test/run.mjs`, or some of them: `node test/run.mjs unit size`.
 * All steps run, whatever fails before; the exit code tells whether one did, the last line counts.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { programs } from "./programs.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), "mgt-test-"));

const node = (file, ...args) => [process.execPath, join(root, "node_modules", file), ...args];
const tsc = (folder) => node("typescript/bin/tsc", "-p", folder);

/** @returns {string[]} */
const failedSpecs = ({ suites = [], specs = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} ${title}`),
  ...suites.flatMap(failedSpecs),
];

const playwrightCount = ({ stats: { expected, unexpected, flaky }, errors, suites }) => ({
  passed: expected + flaky,
  failed: unexpected || (errors.length > 0 ? 1 : 0),
  names: failedSpecs({ suites }),
});

/**
 * `count` reads a runner's own report; a step without one counts as one test. `names` are of tests that failed.
 *
 * @typedef {{ passed: number, failed: number, names?: string[] | undefined }} Count
 * @typedef {{ name: string, commands: string[][], env?: Record<string, string>, count?(report: any): Count }} Step
 */

/** @returns {Step} */
const vitest = (name, ...args) => ({
  name,
  commands: [
    node(
      "vitest/vitest.mjs",
      ...["run", ...args],
      ...["--reporter=default", "--reporter=json", `--outputFile=${join(reports, name)}`],
    ),
  ],
  count: ({ numPassedTests, numFailedTests, numFailedTestSuites, testResults }) => ({
    passed: numPassedTests,
    // A file that does not even load has no tests that could fail.
    failed:
      numFailedTests ||
      (numFailedTestSuites && testResults.some(({ status }) => status === "failed") ? 1 : 0),
    names: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName }) => `${relative(root, name)} ${fullName}`),
    ),
  }),
});

/** @type {Step[]} */
const STEPS = [
  { name: "types", commands: programs(root).map(tsc) },
  { name: "lint", commands: [node("@biomejs/biome/bin/biome", "ci", "--colors=off", ".")] },
  vitest("unit"),
  {
    name: "build",
    commands: ["esbuild.config.mjs", "docs/build.mjs"].map((file) => [
      process.execPath,
      join(root, file),
      "--check",
    ]),
  },
  { name: "size", commands: [[process.execPath, join(root, "bench/size.mjs")]] },
  vitest("package", "--config", "test/package/vitest.config.ts"),
  {
    name: "browser",
    commands: [
      node("playwright/cli.js", "test", "-c", "test/browser", "--project=behaviour", "--reporter=line,json"),
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "browser") },
    count: playwrightCount,
  },
  {
    name: "consent",
    // Some sequences, the same each time: what is tested must not depend on the day. In full, and with new
    // ones each time, by `npm run test:consent`.
    commands: [[process.execPath, join(root, "test/consent.mjs"), "--daily"]],
    env: {
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "consent"),
      MGT_SEED: process.env.MGT_SEED ?? "20261122",
    },
    count: playwrightCount,
  },
];

/**
 * @param {string[]} command
 * @returns {Promise<number>} exit code; a signal counts as failure
 */
function run([command = "", ...args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: {
        ...process.env,
        PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
        ...env,
      },
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * What a step came to: how many of its tests passed and failed.
 *
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function result({ name, commands, env, count }) {
  let isFine = true;
  for (const command of commands) if ((await run(command, env)) !== 0) isFine = false;
  if (!count) return { passed: Number(isFine), failed: Number(!isFine) };
  const report = join(reports, name);
  const { passed, failed, names } = existsSync(report)
    ? count(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0 };
  // No tests at all, or a runner that failed for another reason than a test.
  if (passed + failed === 0 || (!isFine && failed === 0)) return { passed, failed: 1 };
  return { passed, failed, names };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(", ")}; there are ${STEPS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const lines = [];
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const { passed, failed, names = [] } = await result(step);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  lines.push(
    `${failed > 0 ? "✘" : "✔"} ${step.name.padEnd(8)} ${passed} passed, ${failed} failed, ${seconds} s`,
    // Again at the end: where only the end of a log is kept, this is what is read.
    ...names.map((name) => `    ${name}`),
  );
}
rmSync(reports, { recursive: true });
console.log(`\n${lines.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
