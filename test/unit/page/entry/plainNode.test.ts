import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const FOLDER = join(import.meta.dirname, "../../../../src/page/entry");
const address = (file: string) => JSON.stringify(pathToFileURL(join(FOLDER, file)).href);

/** Runs a module in a process of its own, where nothing is prepared. @returns what it prints, as JSON */
function inPlainNode(source: string): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--no-warnings", "--input-type=module", "-e", source],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("every file of entry/ can be imported by itself", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(2);
  const found = inPlainNode(`
    const before = Object.keys(globalThis);
    const names = {};
    for (const file of [${files.map(address)}]) names[file.split("/").at(-1)] = Object.keys(await import(file)).length;
    const added = Object.keys(globalThis).filter((name) => !before.includes(name));
    console.log(JSON.stringify({ names, added }));
  `);
  expect(found).toEqual({
    names: Object.fromEntries(files.map((file) => [file, expect.any(Number)])),
    added: [],
  });
});

test("decide and advance need nothing but what they are given, and leave it as it was", () => {
  // No clock, no chance, no network, no terminal.
  const found = inPlainNode(`
    for (const name of ["crypto", "fetch", "localStorage", "sessionStorage", "navigator", "performance"])
      Object.defineProperty(globalThis, name, { get() { throw new Error(name); } });
    Date.now = Math.random = () => { throw new Error("not pure"); };
    const { decide } = await import(${address("decide.ts")});
    const { advance } = await import(${address("advance.ts")});
    const freeze = (value) => {
      if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const condition = { id: "ads", source: "Ads", numbers: { main: "+33184880001" } };
    const policy = freeze({
      keeps: (name) => name === "gclid",
      keepsAsItIs: (name) => name === "gclid",
      isInside: () => false,
      tellChannel: (url) => url.searchParams.get("gclid") ? "paid_search" : "direct",
      winner: ({ url }) => url.searchParams.get("gclid") ? condition : undefined,
      entry: "first",
    });
    const site = freeze({ numbers: [{ id: "main", number: "+33123456789" }] });
    const blank = freeze({ condition: "", source: "", channel: "direct", pages: 0, since: 0, tracking_ids: {}, pending: [] });
    const view = freeze({
      url: "https://site.example/?gclid=x&email=a@b.example#top",
      referrer: "", arrival: true, pages: 1, at: 1000, language: "fr", device: "mobile",
    });
    const { entry, own } = decide(policy, undefined, view, true);
    const first = advance(policy, site, blank, view, true, () => ({ gclid: "x" }));
    const next = freeze({ ...view, url: "https://site.example/b?c=1", referrer: "https://site.example/", pages: 2, at: 2000 });
    const second = advance(policy, site, freeze(first.session), next, true, false);
    console.log(JSON.stringify({ decision: { entry, channel: own.channel, condition: own.condition.id }, first, second }));
  `);
  const arrived = {
    landing: "https://site.example/?gclid=x",
    referrer: "direct",
    tracking_ids: { gclid: "x" },
    condition: "ads",
    source: "Ads",
    channel: "paid_search",
  };
  const session = {
    ...arrived,
    last_action: 1000,
    last_url: "https://site.example/?gclid=x",
    to_swap: [{ number: "+33123456789", tracked: "+33184880001" }],
    pages: 1,
    since: 1000,
    pending: [],
  };
  expect(found).toEqual({
    decision: { entry: true, channel: "paid_search", condition: "ads" },
    first: { entry: true, arrived, session },
    second: {
      entry: false,
      arrived: false,
      session: { ...session, last_action: 2000, last_url: "https://site.example/b", pages: 2 },
    },
  });
});
