import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkConfiguration } from "../../../src/endpoint/configuration/checkConfiguration.ts";
import { compileScript } from "../../../src/endpoint/script/compileScript.ts";
import type { Site } from "../../../src/vocabulary/site.ts";
import { runMgt } from "./runMgt.ts";

const SITES = {
  sites: [
    {
      key: "garage",
      mode: "invisible",
      origins: ["https://www.garage.example"],
      numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    },
    {
      key: "other",
      mode: "parcours",
      origins: ["https://www.other.example"],
      numbers: [{ id: "main", number: "+33123456790" }],
      conditions: [{ id: "ads", source: "Ads", when: { param: "gclid" }, numbers: { main: "+33184880001" } }],
      consent: { manager: "manual" },
    },
  ],
};
// Compiling a script takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "mgt-script-"));
  writeFileSync(join(cwd, "mgt.config.json"), JSON.stringify(SITES));
  writeFileSync(join(cwd, "bad.json"), JSON.stringify({ sites: [{ key: "garage", mode: "none" }] }));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const served = async (key: string) => {
  const { sites } = checkConfiguration(JSON.stringify(SITES));
  return (await compileScript(sites.find((site) => site.key === key) as Site)).body.toString();
};

test("prints what the endpoint would serve", async () => {
  const { code, out, err } = await runMgt(["script", "--site", "garage"], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(await served("garage"));
});

test("--out writes it, --json tells of it", async () => {
  const { code, out } = await runMgt(["script", "--site", "garage", "--out", "garage.js", "--json"], { cwd });
  const written = readFileSync(join(cwd, "garage.js"), "utf8");
  expect(code).toBe(0);
  expect(written).toBe(await served("garage"));
  expect(JSON.parse(out)).toEqual({
    site: "garage",
    version: expect.stringMatching(/^[0-9a-f]{12}$/),
    bytes: Buffer.byteLength(written),
    brotli: expect.any(Number),
    endpoint: "",
    file: join(cwd, "garage.js"),
  });
});

test("a script that would report to nowhere in particular says so", async () => {
  const { code, err } = await runMgt(["script", "--site", "other", "--json"], { cwd });
  expect(code).toBe(0);
  expect(err).toContain('site "other" names no "endpoint"');
});

test.each([
  [["script"], 2, "--site is missing: one of garage, other"],
  [["script", "--site", "nobody"], 2, 'no site "nobody"'],
  [["script", "bad.json"], 1, "bad.json: "],
  [["script", "--site", "garage", "--out", "no/such/folder.js"], 2, "cannot write"],
])("%s", async (argv, expected, message) => {
  const { code, err } = await runMgt(argv, { cwd });
  expect(code).toBe(expected);
  expect(err).toContain(message);
});
