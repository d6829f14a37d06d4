import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readConfiguration } from "../../../../src/endpoint/configuration/readConfiguration.ts";
import { fileOf } from "./exampleSite.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "mgt-read-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function read(content: string | Buffer) {
  const file = join(folder(), "mgt.config.json");
  writeFileSync(file, content);
  return readConfiguration(file);
}

const accented = fileOf((site) => Object.assign(site, { name: "Garage Béranger" }));

test("a file in UTF-8 is read, with and without a byte order mark", () => {
  for (const text of [accented, `\uFEFF${accented}`]) {
    const { ok, sites, text: given } = read(text);
    expect([ok, sites[0]?.name]).toEqual([true, "Garage Béranger"]);
    expect(given).toBe(text);
  }
});

test.each<[string, Buffer, RegExp, string | null]>([
  ["Latin-1", Buffer.from(accented, "latin1"), /:1: not UTF-8/, null],
  ["a line of Latin-1", Buffer.from(`{\n\n "a": "é"\n}`, "latin1"), /:3: not UTF-8/, null],
  ["UTF-16", Buffer.from(`\uFEFF${accented}`, "utf16le"), /not UTF-8/, "UTF-16"],
  ["a character cut short", Buffer.from("é").subarray(0, 1), /:1: not UTF-8/, null],
])("%s is an error of encoding", (_, content, message, found) => {
  const { ok, errors, sites, text } = read(content);
  expect(errors).toEqual([
    {
      path: "$",
      code: "encoding",
      message: expect.stringMatching(message),
      found,
      expected: expect.any(String),
    },
  ]);
  expect([ok, sites, text]).toEqual([false, [], undefined]);
});

test.each([
  [".", "EISDIR", "it is a folder"],
  ["none.json", "ENOENT", "no such file"],
])("%s cannot be read", (name, found, said) => {
  const { ok, errors } = readConfiguration(join(folder(), name));
  expect(ok).toBe(false);
  expect(errors).toMatchObject([{ path: "$", code: "unreadable", found }]);
  expect(errors[0]?.message).toContain(said);
});
