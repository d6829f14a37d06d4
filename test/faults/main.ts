/**
 * What goes wrong around an endpoint, done to a real one, and a table of what came of it.
 *
 *   npm run test:faults                      everything, about fifteen minutes
 *   npm run test:faults -- --quick           5 rounds, 5,000 bodies
 *   npm run test:faults -- --rounds 200      of `kill -9`
 *   npm run test:faults -- --only killed,halfOpen
 *   npm run test:faults -- --seed 7          repeats a run
 *
 * On Linux. What cannot be tried on a machine (mounting wants root, clocks want libfaketime) is told as such.
 * Exit: 0 fine, 1 something was lost, doubled, or answered as it must not be, 2 wrong usage.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { clockJumps } from "./clockJumps.ts";
import { fullDisk } from "./fullDisk.ts";
import { halfOpen } from "./halfOpen.ts";
import { killed, killedOnPostgres } from "./killed.ts";
import { mutatedBodies } from "./mutatedBodies.ts";
import type { Fault, Outcome } from "./Outcome.ts";
import { stoppedPostgres } from "./stoppedPostgres.ts";

const FAULTS: Readonly<Record<string, Fault>> = {
  killed,
  killedOnPostgres,
  stoppedPostgres,
  fullDisk,
  clockJumps,
  halfOpen,
  mutatedBodies,
};

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    quick: { type: "boolean" },
    only: { type: "string" },
    seed: { type: "string" },
  },
});
const names = values.only?.split(",") ?? Object.keys(FAULTS);
const unknown = names.filter((name) => !Object.hasOwn(FAULTS, name));
if (unknown.length > 0) {
  console.error(`no such fault: ${unknown.join(", ")}; there are ${Object.keys(FAULTS).join(", ")}`);
  process.exit(2);
}
const rounds = Number(values.rounds ?? (values.quick ? 5 : 50));
const bodies = values.quick ? 5_000 : 100_000;
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const folder = mkdtempSync(join(tmpdir(), "mgt-faults-"));
// Another user's endpoint has its data in it.
chmodSync(folder, 0o711);
console.log(`seed ${seed}`);

const mark = ({ isFine, skipped }: Outcome) => (skipped ? "–" : isFine ? "✓" : "✗");
const outcomes: Outcome[] = [];
for (const name of names) {
  const began = performance.now();
  const found = await (FAULTS[name] as Fault)({ rounds, bodies, folder, seed }).catch(
    (error: unknown): Outcome[] => [{ fault: name, found: String(error), isFine: false }],
  );
  outcomes.push(...found);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(`${name}, ${seconds} s`);
  for (const outcome of found) console.log(`  ${mark(outcome)} ${outcome.found}`);
}
rmSync(folder, { recursive: true, force: true });

const width = Math.max(...outcomes.map(({ fault }) => fault.length));
console.log("");
for (const outcome of outcomes)
  console.log(`${mark(outcome)} ${outcome.fault.padEnd(width)}  ${outcome.found}`);
const failed = outcomes.filter(({ isFine }) => !isFine).length;
const skipped = outcomes.filter((outcome) => outcome.skipped).length;
console.log(`\n${outcomes.length - failed - skipped} fine, ${failed} failed, ${skipped} not tried`);
process.exitCode = failed > 0 ? 1 : 0;
