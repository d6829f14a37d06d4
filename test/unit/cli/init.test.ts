// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MODES } from "../../../src/vocabulary/modes.ts";
import { runMgt } from "./runMgt.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "mgt-init-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const written = () => JSON.parse(readFileSync(join(cwd, "mgt.config.json"), "utf8"));
const NUMBER = ["--number", "01 23 45 67 89"];
const ORIGIN = ["--origin", "www.garage-martin.example/fr"];

test.each(Object.keys(MODES))("writes a configuration of mode %s without errors", async (mode) => {
  const { code, err } = await runMgt(["init", "--mode", mode, ...NUMBER, ...ORIGIN], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(written()).toMatchObject({
    $schema: "./node_modules/mgt-snippet/dist/mgt.schema.json",
    sites: [
      {
        key: "garage-martin",
        mode,
        origins: ["https://www.garage-martin.example"],
        region: "FR",
        numbers: [{ id: "main", number: "+33123456789" }],
      },
    ],
  });
  const { code: checked, out } = await runMgt(["check", "--json"], { cwd });
  expect({ checked, errors: JSON.parse(out).errors }).toEqual({ checked: 0, errors: [] });
});

test("takes any country's number, and another language's mode", async () => {
  const argv = ["init", "--mode", "journey", "--number", "+44 20 7946 0958", "--origin", "https://a.example"];
  const { code, out } = await runMgt([...argv, "--json"], { cwd });
  expect(code).toBe(0);
  expect(Object.keys(JSON.parse(out))).toEqual(["file", "ok", "errors", "warnings"]);
  expect(written().sites[0]).toMatchObject({
    key: "my-site",
    mode: "parcours",
    region: "GB",
    numbers: [{ number: "+442079460958" }],
  });
});

test("asks a person for what is missing, until it can be read", async () => {
  const answers = ["", "call us", "0123456789", "nowhere", "garage-martin.example"];
  const { code, err } = await runMgt(["init"], { cwd, answers });
  expect(code).toBe(0);
  expect(err.match(/^expected /gm)).toHaveLength(2);
  expect(written().sites[0]).toMatchObject({ mode: "parcours", origins: ["https://garage-martin.example"] });
});

test("never writes over one that is there", async () => {
  writeFileSync(join(cwd, "mgt.config.json"), "mine");
  const { code, out, err } = await runMgt(["init", ...NUMBER, ...ORIGIN], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("stays as it is");
  expect(readFileSync(join(cwd, "mgt.config.json"), "utf8")).toBe("mine");
});

test.each([
  [["--number", "12", ...ORIGIN], '--number: found "12"'],
  [[...NUMBER, "--origin", "nowhere"], '--origin: found "nowhere"'],
  [["--mode", "none", ...NUMBER, ...ORIGIN], '--mode: found "none"'],
  [ORIGIN, "--number is missing"],
  [NUMBER, "--origin is missing"],
  [["my.json"], 'unexpected argument "my.json"'],
])("%j is wrong usage without a person to ask", async (argv, reason) => {
  const { code, out, err } = await runMgt(["init", ...argv], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(reason);
  expect(() => written()).toThrow();
});

test("mgt serve without a configuration, and without the demo, says how to write one", async () => {
  const { code, out, err } = await runMgt(["serve"], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("mgt init");
});
