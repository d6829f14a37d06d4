import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeLists } from "../../../build/lists.ts";

const ROOT = join(import.meta.dirname, "../../..");
const UNION = "src/vocabulary/managers.ts";
const ROOMS = ["src/vocabulary", "src/managers", "src/page", "src/endpoint", "src/cli", "test/browser"];

/** The generated lists, and the room in which each is checked. */
const LISTS = [
  ["src/managers/facts.ts", "src/endpoint"],
  ["src/managers/adapters.ts", "src/page"],
  ["test/support/managers/fixtures.ts", "test/browser"],
] as const;

const SITE = {
  key: "garage",
  mode: "parcours",
  origins: ["https://garage.example"],
  numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  consent: { manager: "example", key: "magnetis" },
};

/** Compiles the script of the site, as the endpoint of the checkout does, and prints what it has come to. */
const COMPILE = `
  import { checkConfiguration } from "./src/endpoint/configuration/checkConfiguration.ts";
  import { compileScript } from "./src/endpoint/script/compileScript.ts";
  const { sites, errors, warnings } = checkConfiguration(JSON.stringify({ sites: [${JSON.stringify(SITE)}] }));
  const body = errors.length > 0 ? "" : String((await compileScript(sites[0])).body);
  console.log(JSON.stringify({ errors, warnings, body }));
`;

/** A copy of what a contributor has, and his own folder and line in it. */
let checkout: string;
const inCheckout = (path: string) => join(checkout, path);

const run = (...args: string[]) =>
  new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: checkout }, (_, stdout, stderr) => resolve(stdout + stderr));
  });

/** What the compiler has to say of a room: nothing when it compiles. */
const faultsIn = (room: string) => run(inCheckout("node_modules/typescript/bin/tsc"), "-p", room);

/** Writes a file of the checkout anew, and gives back what undoes it. */
function change(file: string, edit: (text: string) => string): () => void {
  const path = inCheckout(file);
  const text = readFileSync(path, "utf8");
  const edited = edit(text);
  expect(edited, file).not.toBe(text);
  writeFileSync(path, edited);
  return () => writeFileSync(path, text);
}

const withoutRow = (text: string) => text.replace(/^ +"?example"?,\n/m, "");

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "mgt-recipe-"));
  for (const path of [
    "src",
    "demo",
    "test/browser",
    "test/support",
    "test/findChromium.ts",
    "build",
    "package.json",
    "tsconfig.json",
  ])
    cpSync(join(ROOT, path), inCheckout(path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), inCheckout("node_modules"), "junction");
  // The recipe: one folder, one line, one command.
  cpSync(join(ROOT, "test/fixtures/recipes/manager"), inCheckout("src/managers/example"), {
    recursive: true,
  });
  change(UNION, (text) => text.replace('  "google",\n', '  "example",\n  "google",\n'));
  writeLists(checkout, false);
});

afterAll(() => {
  rmSync(checkout, { recursive: true });
});

describe("a new consent manager: one folder, one line, and the build", { timeout: 60_000 }, () => {
  test("stands in each list, and everything compiles", async () => {
    for (const [list] of LISTS) expect(readFileSync(inCheckout(list), "utf8")).toMatch(/^ {2}example,$/m);
    const faults = await Promise.all(ROOMS.map(faultsIn));
    expect(faults).toEqual(ROOMS.map(() => ""));
  });

  test("is in the script of a site that names it", async () => {
    const { errors, warnings, body } = JSON.parse(await run("--input-type=module", "--eval", COMPILE));
    expect([errors, warnings]).toEqual([[], []]);
    expect(body).toContain("exampleConsent");
    expect(body).toContain("example:choice");
    expect(body).not.toContain("tarteaucitron");
  });

  test.each(LISTS)("does not compile without its row in %s", async (list, room) => {
    const undo = change(list, withoutRow);
    expect(await faultsIn(room)).toMatch(/error TS\d+: Property 'example' is missing/);
    undo();
  });

  test("does not compile without its line in the union, nor are the lists written without it", async () => {
    const undo = change(UNION, withoutRow);
    const faults = await Promise.all(LISTS.map(([, room]) => faultsIn(room)));
    for (const fault of faults) expect(fault).toMatch(/error TS\d+: .*\bexample'? /);
    expect(() => writeLists(checkout, false)).toThrow("src/managers/example has no line");
    undo();
  });
});

test("the tables of a visitor's standing do not compile without one of their rows", {
  timeout: 60_000,
}, async () => {
  const undo = change("src/page/visit/standing.ts", (text) =>
    text.replace("\n  firstYes,\n", "\n").replace("\n  refused,\n", "\n"),
  );
  const faults = await faultsIn("src/page");
  expect(faults.match(/Source has \d element\(s\) but target requires \d/g)).toHaveLength(2);
  undo();
});
