import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "./spawnServe.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

test("npm start runs the endpoint and the demo from the sources; a SIGTERM to npm alone stops them", async () => {
  const data = join(await temporaryFolder(), "data");
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", MGT_DATA: data, MGT_CONFIG: "" },
    stdio: ["ignore", "pipe", "inherit"],
    // The group is ended if npm alone could not be.
    detached: true,
  });
  onTestFinished(() => {
    try {
      process.kill(-(child.pid as number), "SIGKILL");
    } catch {
      // Nothing of it is left.
    }
  });
  // Its output ends when the last process that holds it has.
  const ended = new Promise((resolve) => child.once("close", resolve));
  const demo = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const [, found] = /demo: (\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    });
    ended.then(() => reject(new Error(`it ended: ${said}`)));
  });
  expect((await fetch(demo)).status).toBe(200);
  child.kill("SIGTERM");
  await ended;
  await expect(fetch(demo)).rejects.toThrow();
}, 60_000);

test("a Node that cannot read the sources says which one can", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--no-experimental-strip-types", join(ROOT, "src/cli/start.mjs"), "check"],
    { encoding: "utf8" },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("From its sources mgt needs Node 22.18, 24 or later; this is");
});
