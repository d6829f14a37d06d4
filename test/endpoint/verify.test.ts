import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { spawnServe, temporaryFolder } from "./spawnServe.ts";

const MGT = fileURLToPath(new URL("../../src/cli/mgt.ts", import.meta.url));
const ORIGIN = "https://www.garage-martin.example";
const TOKEN = "verify-of-the-endpoint";
const SITE = {
  key: "mod-verify",
  origins: [ORIGIN],
  mode: "parcours",
  numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  consent: { manager: "manual" },
};

/** `mgt verify` as a process of its own. */
function verify(
  env: Record<string, string>,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, [MGT, "verify", ...argv], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

async function verified(env: Record<string, string>, ...argv: string[]) {
  const { code, out, err } = await verify(env, "--json", ...argv);
  return { code, err, ...JSON.parse(out) };
}

async function post(address: string, path: string, body: object): Promise<number> {
  const { status } = await fetch(`${address}${path}`, {
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "text/plain", "user-agent": "Mozilla/5.0 Firefox/140.0" },
    body: JSON.stringify({ site: SITE.key, ...body }),
  });
  return status;
}

function grant(visitor: string = randomUUID()) {
  return {
    id: randomUUID(),
    visitor,
    receipt: randomUUID(),
    at: Date.now(),
    status: "granted",
    notice: "2026-11",
  };
}

async function served() {
  const folder = await temporaryFolder();
  const config = join(folder, "mgt.config.json");
  await writeFile(config, JSON.stringify({ sites: [SITE] }));
  const data = join(folder, "data");
  const env = { MGT_CONFIG: config, MGT_DATA: data, MGT_RATE: "0", MGT_ADMIN_TOKEN: TOKEN };
  const start = () => spawnServe([], env, folder);
  return { start, env: { MGT_DATA: data }, file: join(data, "mgt.sqlite") };
}

test("mgt verify runs beside mgt serve, sees what was acknowledged, and disturbs nothing", async () => {
  const { start, env } = await served();
  const first = start();
  const address = await first.address;
  const grants = Array.from({ length: 200 }, () => grant());
  const statuses: number[] = [];
  const queue = [...grants];
  const posting = Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = queue.pop(); next; next = queue.pop())
        statuses.push(await post(address, "/v1/consents", next));
    }),
  );
  let atLeast = 0;
  for (let run = 0; run < 3; run++) {
    atLeast = statuses.filter((status) => status === 204).length;
    const during = await verified(env);
    expect(during).toMatchObject({ code: 0, ok: true, broken: null });
    expect(during.records).toBeGreaterThanOrEqual(atLeast);
  }
  await posting;
  expect(statuses).toEqual(Array(200).fill(204));
  const { head, ...all } = await verified(env);
  expect(all).toMatchObject({ code: 0, ok: true, records: 200 });

  // Erasing and withdrawing are what a log lives through; neither breaks it.
  const [{ visitor, receipt } = grant()] = grants;
  expect(await post(address, "/v1/forget", { visitor })).toBe(204);
  const withdrawal = { ...grant(), visitor: undefined, receipt, status: "withdrawn" };
  expect(await post(address, "/v1/consents", withdrawal)).toBe(204);
  expect(await verified(env, "--head", head)).toMatchObject({
    code: 0,
    records: 201,
    noted: { head, site: SITE.key, record: 200 },
  });

  // What was acknowledged to a process that was killed is still in the write-ahead log alone.
  expect(await post(address, "/v1/consents", grant())).toBe(204);
  first.child.kill("SIGKILL");
  expect(await first.ended).toBe("SIGKILL");
  expect(await verified(env, "--head", head)).toMatchObject({ code: 0, records: 202 });

  const second = start();
  expect(await post(await second.address, "/v1/consents", grant())).toBe(204);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect(await verified(env, "--head", head)).toMatchObject({ code: 0, records: 203 });
}, 120_000);

test("mgt verify finds a record that was changed behind the back of mgt serve", async () => {
  const { start, env, file } = await served();
  const running = start();
  const address = await running.address;
  const grants = [grant(), grant(), grant()];
  for (const given of grants) expect(await post(address, "/v1/consents", given)).toBe(204);
  expect((await verify(env)).code).toBe(0);
  const behind = new Database(file);
  behind.exec(
    "DROP TRIGGER consents_unchanged; UPDATE consents SET at = at - 86400000, notice = '2025-01' WHERE ref = 2",
  );
  const { time } = behind.prepare("SELECT time FROM consents WHERE ref = 2").get() as { time: number };
  behind.close();
  const { code, out, err } = await verify(env);
  expect([code, err]).toEqual([1, ""]);
  expect(out).toContain("record 2 is the first that does not fit; 1 record before it fits");
  expect(out).toContain(grants[1]?.id);
  expect(out).toContain(new Date(time).toISOString());
  expect(await verified(env)).toMatchObject({
    code: 1,
    ok: false,
    records: 1,
    broken: { id: grants[1]?.id, site: SITE.key, time },
  });
  // Serving goes on, and what is added later does not heal it.
  expect(await post(address, "/v1/consents", grant())).toBe(204);
  expect((await verify(env)).code).toBe(1);
}, 60_000);

test("mgt verify without a store is wrong usage", async () => {
  const folder = await temporaryFolder();
  const { code, out, err } = await verify({ MGT_DATA: join(folder, "none") });
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(`there is no store in ${join(folder, "none")}`);
}, 30_000);
