import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHANNELS } from "../../../src/vocabulary/channels.ts";

async function texts(language: string): Promise<Record<string, Record<string, string>>> {
  return JSON.parse(await readFile(`demo/texts/${language}.json`, "utf8"));
}

const names = (group: Record<string, string> | undefined) => Object.keys(group ?? {}).sort();

test("French and English have the same texts, none empty", async () => {
  const [fr, en] = await Promise.all([texts("fr"), texts("en")]);
  for (const group of ["site", "shell"]) {
    expect(names(fr[group])).toEqual(names(en[group]));
    for (const text of Object.values({ ...fr[group], ...en[group] })) expect(text.trim()).not.toBe("");
  }
});

test("every text that the shell's scripts and template name exists", async () => {
  const { shell = {} } = await texts("en");
  const files = await readdir("demo/shell", { recursive: true });
  const named = new Set<string>();
  for (const file of files.filter((each) => /\.(js|tmpl)$/.test(each))) {
    const source = await readFile(join("demo/shell", file), "utf8");
    for (const [, quoted, templated] of source.matchAll(/\bt\("([\w.-]+)"|\{\{t\.([\w.-]+)\}\}/g)) {
      named.add(quoted ?? templated ?? "");
    }
  }
  expect(named.size).toBeGreaterThan(50);
  expect([...named].filter((name) => !(name in shell))).toEqual([]);
});

test("every channel has a name in the inspector", async () => {
  const { shell = {} } = await texts("en");
  const named = Object.keys(shell).filter((name) => name.startsWith("channel."));
  expect(named.sort()).toEqual([...CHANNELS, "internal"].map((channel) => `channel.${channel}`).sort());
});

test("every place of the pages has a name in the inspector", async () => {
  const { shell = {} } = await texts("en");
  const files = (await readdir("demo/site", { recursive: true })).filter((each) =>
    /\.(html|tmpl)$/.test(each),
  );
  const places = new Set<string>();
  for (const file of files) {
    const source = await readFile(join("demo/site", file), "utf8");
    for (const [, place = ""] of source.matchAll(/data-place="([\w-]+)"/g)) places.add(place);
  }
  expect(places.size).toBeGreaterThan(8);
  expect([...places].filter((place) => !(`place.${place}` in shell))).toEqual([]);
});
