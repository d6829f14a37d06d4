import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { readConfiguration } from "../../src/endpoint/configuration/readConfiguration.ts";
import { compileScript } from "../../src/endpoint/script/compileScript.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Programs that are named are those of the Node that runs this. */
const ENV = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };

const SITE = {
  key: "mod-packed",
  name: "Garage Martin",
  origins: ["https://www.garage-martin.example"],
  mode: "parcours",
  region: "FR",
  numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  conditions: [{ id: "ads", source: "Ads", when: { param: "gclid" }, numbers: { main: "+33184880001" } }],
  consent: { manager: "auto", key: "magnetis" },
};

/** Where the package is installed, and nothing else. */
let folder: string;
/** What was packed. */
let files: string[];

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env: ENV, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mgt-package-"));
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: ROOT,
    env: ENV,
    encoding: "utf8",
  });
  // What the packed scripts say comes first; npm 11 answers with a list, later ones with an object by name.
  const answer = JSON.parse(packed.slice(packed.search(/^[[{]/m)));
  const [{ filename, files: found }] = Object.values(answer) as [
    { filename: string; files: { path: string }[] },
  ];
  files = found.map(({ path }) => path);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, "mgt.config.json"), JSON.stringify({ sites: [SITE] }));
  const installed = run(
    "npm",
    ...["install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, filename)],
  );
  expect(installed.status, installed.err).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is packed", () => {
  test("is what runs, the types, and the sources of the sites' scripts", () => {
    expect(files.filter((path) => path.startsWith("dist/") && path.split("/").length === 2).sort()).toEqual([
      "dist/mgt.d.ts",
      "dist/mgt.debug.js",
      "dist/mgt.js",
      "dist/mgt.mjs",
      "dist/mgt.schema.json",
    ]);
    const rest =
      /^(dist\/(mgt\.|cli\/|demo\/tcf\/)|src\/(explain|managers|page|vocabulary)\/|demo\/|docs\/|[A-Z]+(\.fr)?(\.md)?$|package.json$)/;
    expect(files.filter((path) => !rest.test(path))).toEqual([]);
  });

  test("has no tests, no fixtures and nothing of the server twice", () => {
    expect(files.filter((path) => /test|fixture|tsconfig|^demo\/server|\/demo\/.*\.ts$/i.test(path))).toEqual(
      [],
    );
  });
});

describe("the command line of the package", () => {
  test("mgt check", () => {
    expect(run("npx", "mgt", "check")).toEqual({
      status: 0,
      out: "mgt.config.json: 0 errors, 0 warnings, 1 site: mod-packed\n",
      err: "",
    });
  });

  test("mgt explain", () => {
    const { status, out } = run("npx", "mgt", "explain", "--url", "/?gclid=TeSt-1");
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining("+ ads: matches") });
  });

  test("mgt serve --demo serves scripts and demo, and stops on SIGTERM", { timeout: 240_000 }, async () => {
    // Not by npx: the shell that it puts in between may keep a signal for itself.
    const child = spawn(join(folder, "node_modules/.bin/mgt"), ["serve", "--demo"], {
      cwd: folder,
      env: { ...ENV, PORT: "0", HOST: "127.0.0.1", MGT_DATA: join(folder, "data") },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve(signal ?? code)));
    onTestFinished(() => void child.kill("SIGKILL"));
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stdout.on("data", (data) => {
        said += data;
        const [, found] = /listening on (\S+)/.exec(said) ?? [];
        if (found) resolve(found);
      });
      ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
    const get = async (path: string) => {
      const answer = await fetch(new URL(path, address));
      return { status: answer.status, text: await answer.text() };
    };

    for (const path of ["/healthz", "/readyz", "/demo/", "/demo/api/modes", "/mod-demo.js"])
      expect([path, (await get(path)).status]).toEqual([path, 200]);

    const page = await get("/demo/site/en/parcours~tcf/home");
    const scripts = [...page.text.matchAll(/<script src="([^"]+)"/g)].map(([, src]) => src as string);
    expect(scripts).toContain("/demo/vendor/tcf/stub.js");
    expect(scripts).toContain("/demo/vendor/tcf/manager.js");
    for (const src of scripts) expect([src, (await get(src)).status]).toEqual([src, 200]);
    const own = await get("/demo/mgt.js");
    expect(own.text).toBe(readFileSync(join(ROOT, "dist/mgt.js"), "utf8"));

    // The same bytes as from the sources, whatever configuration of compilers stands around them.
    const [site] = readConfiguration(join(folder, "mgt.config.json")).sites;
    if (!site) throw new Error("no site");
    const { body } = await compileScript(site);
    expect((await get("/mod-packed.js")).text).toBe(body.toString());

    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

describe("the module of the package", () => {
  test.each(["bundler", "nodenext"])("is typed under strict: %s", (moduleResolution) => {
    cpSync(join(ROOT, "test/package/consumer.ts"), join(folder, "consumer.ts"));
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          skipLibCheck: false,
          target: "es2022",
          lib: ["es2022", "dom"],
          module: moduleResolution === "bundler" ? "esnext" : moduleResolution,
          moduleResolution,
          types: [],
          noEmit: true,
        },
        files: ["consumer.ts"],
      }),
    );
    const { status, out } = run(process.execPath, join(ROOT, "node_modules/typescript/bin/tsc"), "-p", ".");
    expect({ status, out }).toEqual({ status: 0, out: "" });
  });

  test.each([
    ['import { start } from "mgt-snippet"; console.log(typeof start)', "function"],
    ['import * as nothing from "mgt-snippet/global"; console.log(Object.keys(nothing).length)', "0"],
  ])("is imported in bare Node: %s", (program, said) => {
    expect(run(process.execPath, "--input-type=module", "-e", program)).toEqual({
      status: 0,
      out: `${said}\n`,
      err: "",
    });
  });

  test("gives its files by name", () => {
    const program = `
      const files = ["mgt.js", "schema.json", "package.json"];
      console.log(files.map((name) => import.meta.resolve("mgt-snippet/" + name).replace(/.*mgt-snippet/, "")).join());`;
    const { out } = run(process.execPath, "--input-type=module", "-e", program);
    expect(out.trim()).toBe("/dist/mgt.js,/dist/mgt.schema.json,/package.json");
  });
});
