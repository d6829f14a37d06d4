import { join } from "node:path";
import { eventually, Load, readiness, SITE } from "./Load.ts";
import type { Fault, Outcome } from "./Outcome.ts";
import { PostgresServer } from "./PostgresServer.ts";
import { ServeProcess } from "./ServeProcess.ts";

const PATIENCE_MS = 60_000;

/** PostgreSQL is stopped under load, in an orderly way and as by a power cut, and comes back. */
export const stoppedPostgres: Fault = async ({ folder }) => {
  const fault = "PostgreSQL stopped under load";
  // One of our own, also where there is another: that one is not ours to stop.
  const server = await PostgresServer.start();
  const served = new ServeProcess({
    folder: join(folder, "stopped-pg"),
    sites: [SITE],
    env: { DATABASE_URL: server.url },
  });
  try {
    const address = await served.address;
    const outcomes: Outcome[] = [];
    for (const how of ["fast", "immediate"] as const) {
      const load = new Load();
      load.start(address);
      const isTaking = await eventually(() => load.acknowledged.size >= 200, PATIENCE_MS);
      await server.stop(how);
      const isRefusing = await eventually(() => (load.statuses.get(503) ?? 0) >= 50, PATIENCE_MS);
      const whileGone = await readiness(address);
      const before = load.acknowledged.size;
      await server.start();
      const takesAgain = await eventually(() => load.acknowledged.size >= before + 200, PATIENCE_MS);
      const isReady = await eventually(async () => (await readiness(address)) === 200, PATIENCE_MS);
      await load.stop();
      const { lost, doubled } = await load.judge(address);
      const others = load.count((status) => status !== 204 && status !== 503);
      outcomes.push({
        fault: `${fault}, ${how}`,
        found: `${load.acknowledged.size} acknowledged, ${load.statuses.get(503) ?? 0} refused with 503, ${others} otherwise; readiness ${whileGone} meanwhile; ${lost} lost, ${doubled} doubled; slowest answer ${(load.slowestMs / 1_000).toFixed(1)} s`,
        isFine:
          [isTaking, isRefusing, takesAgain, isReady].every(Boolean) &&
          whileGone === 503 &&
          lost + doubled + others === 0,
      });
    }
    const code = await served.stop();
    return outcomes.map((outcome) => ({ ...outcome, isFine: outcome.isFine && code === 0 }));
  } finally {
    await served.stop("SIGKILL");
    await server.remove();
  }
};
