import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually, Load, SITE } from "./Load.ts";
import type { Fault, Outcome } from "./Outcome.ts";
import { ServeProcess } from "./ServeProcess.ts";

/** Shifts the clock of one process, and leaves the one that only runs forward: Debian's `libfaketime`. */
const LIBRARY = globSync("/usr/lib/*/faketime/libfaketimeMT.so.1")[0];

const JUMPS = ["+1h", "+3d", "+1900d", "-1d", "-400d", "+0"];
const PATIENCE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The machine's clock jumps while events come in; and it is years ahead when the endpoint starts. */
export const clockJumps: Fault = async ({ folder }) => {
  const fault = "clock jumps under load";
  if (!LIBRARY) return [{ fault, found: "no libfaketime here", isFine: true, skipped: true }];
  const home = join(folder, "clock");
  const offsets = join(folder, "clock-offset");
  const jump = (offset: string) => writeFileSync(offsets, `${offset}\n`);
  const start = () =>
    new ServeProcess({
      folder: home,
      sites: [{ ...SITE, retentionDays: 30 }],
      env: {
        LD_PRELOAD: LIBRARY,
        FAKETIME_TIMESTAMP_FILE: offsets,
        FAKETIME_NO_CACHE: "1",
        FAKETIME_DONT_FAKE_MONOTONIC: "1",
      },
    });
  jump("+0");
  const load = new Load();
  const served = start();
  const address = await served.address;
  load.start(address);
  const shifted: boolean[] = [];
  for (const offset of JUMPS) {
    jump(offset);
    const before = load.acknowledged.size;
    shifted.push(await eventually(() => load.acknowledged.size >= before + 200, PATIENCE_MS));
    const answer = await fetch(`${address}/healthz`);
    const clock = Date.parse(answer.headers.get("date") ?? "") - Date.now();
    shifted.push(offset === "+0" || Math.abs(clock) > HOUR_MS / 2);
  }
  await load.stop();
  const { lost, doubled } = await load.judge(address);
  const refused = load.count((status) => status !== 204);
  const code = await served.stop();
  const outcomes: Outcome[] = [
    {
      fault: `${fault}: ${JUMPS.join(", ")}`,
      found: `${load.acknowledged.size} acknowledged, ${refused} refused, ${lost} lost, ${doubled} doubled`,
      isFine: shifted.every(Boolean) && refused + lost + doubled === 0 && code === 0,
    },
  ];

  jump("+1900d");
  const ahead = start();
  await ahead.address;
  // The purge at the start has had its turn before what is asked after it.
  await ahead.settle(SITE.key);
  const kept = await load.judge(await ahead.address);
  const codeAhead = await ahead.stop();
  outcomes.push({
    fault: "a start with a clock five years ahead, 30 days of retention",
    found: `${kept.lost} of ${load.acknowledged.size} events purged`,
    isFine: kept.lost === 0 && codeAhead === 0,
  });
  return outcomes;
};
