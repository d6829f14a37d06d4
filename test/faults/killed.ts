import { join } from "node:path";
import { Load, SITE } from "./Load.ts";
import type { Fault } from "./Outcome.ts";
import { PostgresServer } from "./PostgresServer.ts";
import { randomOf } from "./randomOf.ts";
import { ServeProcess } from "./ServeProcess.ts";

const LONGEST_MS = 600;

/** `kill -9` of the endpoint at random moments under load, round after round on the same store. */
export const killed: Fault = async ({ rounds, folder, seed }) => [
  await onStore("SQLite", rounds, join(folder, "killed"), seed, {}),
];

/** The same on PostgreSQL: one that a `DATABASE_URL` names, else one of our own. */
export const killedOnPostgres: Fault = async ({ rounds, folder, seed }) => {
  const own = process.env.DATABASE_URL ? undefined : await PostgresServer.start();
  const url = own?.url ?? process.env.DATABASE_URL ?? "";
  try {
    const some = Math.ceil(rounds / 5);
    return [await onStore("PostgreSQL", some, join(folder, "killed-pg"), seed, { DATABASE_URL: url })];
  } finally {
    await own?.remove();
  }
};

async function onStore(
  name: string,
  rounds: number,
  folder: string,
  seed: number,
  env: Readonly<Record<string, string>>,
) {
  const random = randomOf(seed);
  const load = new Load();
  for (let round = 0; round < rounds; round++) {
    const served = new ServeProcess({ folder, sites: [SITE], env });
    load.start(await served.address);
    await new Promise((next) => setTimeout(next, random() * LONGEST_MS));
    await served.stop("SIGKILL");
    await load.stop();
  }
  const served = new ServeProcess({ folder, sites: [SITE], env });
  const address = await served.address;
  const survived = await load.judge(address);
  await load.repeat(address);
  const { lost, doubled, foreign, stored } = await load.judge(address);
  const code = await served.stop();
  const missing = load.sent.size - stored;
  const isFine =
    [survived.lost, survived.doubled, survived.foreign, lost, doubled, foreign, missing].every(
      (count) => count === 0,
    ) &&
    code === 0 &&
    load.acknowledged.size > rounds;
  return {
    fault: `kill -9 under load, ${name}, ${rounds} rounds`,
    found: `${load.acknowledged.size} acknowledged, ${survived.lost + lost} lost, ${survived.doubled + doubled} doubled; all ${load.sent.size} sent again: ${missing} missing`,
    isFine,
  };
}
