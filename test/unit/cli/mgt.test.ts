// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { isSupportedNode } from "../../../src/cli/main.ts";
import { fileOf } from "../endpoint/configuration/exampleSite.ts";
import { runMgt } from "./runMgt.ts";

let folder: string;
let good: string;
let bad: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mgt-cli-"));
  good = join(folder, "good.json");
  bad = join(folder, "bad.json");
  writeFileSync(good, fileOf());
  writeFileSync(
    bad,
    `{\n  "sites": [\n    { "key": "abc", "mode": "parcour",\n      "visitorDays": 0 }\n  ]\n}`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("mgt", () => {
  test.each([
    ["22.12.0", true],
    ["24.21.0", true],
    ["22.11.9", false],
    ["20.18.0", false],
  ])("on Node %s: %s", (version, supported) => {
    expect(isSupportedNode(version)).toBe(supported);
  });

  it("says so on an older Node, before anything else", async () => {
    const { code, err } = await runMgt(["check", good], { node: "20.18.0" });
    expect({ code, err }).toEqual({ code: 2, err: "mgt needs Node 22.12 or later; this is 20.18.0." });
  });

  test.each([[["--help"]], [["-h"]], [["help"]]])("%j lists the commands", async (argv) => {
    const { code, out } = await runMgt(argv);
    expect(code).toBe(0);
    for (const name of ["serve", "init", "check", "explain", "script", "verify"]) expect(out).toContain(name);
  });

  it("gives its version", async () => {
    const { code, out } = await runMgt(["--version"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+/);
  });

  test.each([
    [[], "mgt <command>"],
    [["nonsense"], 'unknown command "nonsense"'],
    [["constructor"], 'unknown command "constructor"'],
    [["check", "--nonsense"], "--nonsense"],
    [["check", "a.json", "b.json"], 'unexpected argument "b.json"'],
    [["check", "no-such.json"], "no such file"],
    [["explain"], "--url or --sample is missing"],
    [["explain", "--url"], "--url"],
    [["explain", "--url", "/", "--sample", "x.csv"], "exclude each other"],
    [["explain", "no-such.json", "--url", "/"], "no such file"],
  ])("%j is wrong usage", async (argv, reason) => {
    const { code, out, err } = await runMgt(argv, { env: { MGT_CONFIG: good } });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(reason);
  });

  test.each(["serve", "init", "check", "explain", "script", "verify"])(
    "%s --help, and its help with wrong usage",
    async (name) => {
      const { code, out, err } = await runMgt([name, "--help"]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain(`mgt ${name}`);
      expect((await runMgt([name, "--nonsense"])).err).toContain(out);
    },
  );
});

describe("mgt check", () => {
  it("is content with a good file", async () => {
    const { code, out } = await runMgt(["check", good], { cwd: folder });
    expect({ code, out }).toEqual({ code: 0, out: "good.json: 0 errors, 0 warnings, 1 site: mod-demo" });
  });

  it("finds the file: the one given, MGT_CONFIG, the working folder's, the demo's", async () => {
    expect((await runMgt(["check", "good.json"], { cwd: folder, env: { MGT_CONFIG: bad } })).code).toBe(0);
    expect((await runMgt(["check"], { cwd: folder, env: { MGT_CONFIG: "bad.json" } })).code).toBe(1);
    expect((await runMgt(["check"], { cwd: folder })).out).toContain("demo/mgt.config.json");
    writeFileSync(
      join(folder, "mgt.config.json"),
      fileOf((site) => Object.assign(site, { key: "local-one" })),
    );
    expect((await runMgt(["check"], { cwd: folder })).out).toContain("local-one");
    rmSync(join(folder, "mgt.config.json"));
  });

  it("tells every error with its path, line and code", async () => {
    const { code, out } = await runMgt(["check", bad]);
    expect(code).toBe(1);
    expect(out).toContain("error: $.sites[0].mode (line 3, column 29)");
    expect(out).toContain("[enum]");
    expect(out).toContain("error: $.sites[0].visitorDays (line 4, column 22)");
    expect(out).toContain("2 errors");
  });

  it("has a stable JSON", async () => {
    const fine = await runMgt(["check", good, "--json"]);
    expect({ code: fine.code, ...JSON.parse(fine.out) }).toEqual({
      code: 0,
      ok: true,
      errors: [],
      warnings: [],
    });
    const found = await runMgt(["check", "--json", bad]);
    const { ok, errors, ...rest } = JSON.parse(found.out);
    expect({ code: found.code, ok, keys: Object.keys(rest) }).toEqual({
      code: 1,
      ok: false,
      keys: ["warnings"],
    });
    expect(errors[1]).toEqual({
      path: "$.sites[0].visitorDays",
      code: "range",
      message: "expected from 1 to 395, found 0",
      found: 0,
      expected: "from 1 to 395",
    });
  });
});
