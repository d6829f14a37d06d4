// @vitest-environment node
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  type ConfigurationWatch,
  watchConfiguration,
} from "../../../../src/endpoint/configuration/watchConfiguration.ts";
import { fileOf, placed } from "./exampleSite.ts";

let folder: string;
let file: string;
let watching: ConfigurationWatch | undefined;
const onChange = vi.fn();
const onError = vi.fn();

const named = (name: string) => fileOf((site) => Object.assign(site, { name }));
const names = () => onChange.mock.calls.map(([sites]) => sites[0].name);
const start = () => {
  watching = watchConfiguration(file, { onChange, onError });
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mgt-watch-"));
  file = join(folder, "mgt.config.json");
  writeFileSync(file, named("one"));
  onChange.mockClear();
  onError.mockClear();
});

afterEach(() => {
  watching?.close();
  rmSync(folder, { recursive: true });
});

it("tells of a change, once", async () => {
  start();
  writeFileSync(file, named("two"));
  await vi.waitFor(() => expect(names()).toEqual(["two"]), 5000);
  // The same content again, then something else: nothing was told in between.
  writeFileSync(file, named("two"));
  writeFileSync(file, named("three"));
  await vi.waitFor(() => expect(names()).toEqual(["two", "three"]), 5000);
  expect(onError).not.toHaveBeenCalled();
});

it("survives editors that replace the file, again and again", async () => {
  start();
  for (const name of ["two", "three", "four"]) {
    writeFileSync(join(folder, "mgt.config.json.tmp"), named(name));
    renameSync(join(folder, "mgt.config.json.tmp"), file);
    await vi.waitFor(() => expect(names().at(-1)).toBe(name), 5000);
  }
});

it("follows a link to another file", async () => {
  writeFileSync(join(folder, "a.json"), named("a"));
  writeFileSync(join(folder, "b.json"), named("b"));
  unlinkSync(file);
  symlinkSync("a.json", file);
  start();
  symlinkSync("b.json", join(folder, "link"));
  renameSync(join(folder, "link"), file);
  await vi.waitFor(() => expect(names()).toEqual(["b"]), 5000);
});

it("says what is wrong with a bad file, keeps the old one, and recovers", async () => {
  start();
  writeFileSync(file, named("two").replace('"parcours"', '"parcour"'));
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1), 5000);
  expect(placed(onError.mock.calls[0]?.[0])).toEqual(["enum $.sites[0].mode"]);
  expect(onChange).not.toHaveBeenCalled();
  writeFileSync(file, named("three"));
  await vi.waitFor(() => expect(names()).toEqual(["three"]), 5000);
});

it("says that the file is gone, and takes the next one", async () => {
  start();
  unlinkSync(file);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1), 5000);
  expect(placed(onError.mock.calls[0]?.[0])).toEqual(["unreadable $"]);
  writeFileSync(file, named("two"));
  await vi.waitFor(() => expect(names()).toEqual(["two"]), 5000);
});

it("says that a folder is in its place, and takes the next file", async () => {
  start();
  unlinkSync(file);
  mkdirSync(file);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1), 5000);
  expect(onError.mock.calls[0]?.[0]).toMatchObject([{ code: "unreadable", found: "EISDIR" }]);
  expect(onError.mock.calls[0]?.[1]).toBeUndefined();
  rmSync(file, { recursive: true });
  writeFileSync(file, named("two"));
  await vi.waitFor(() => expect(names()).toEqual(["two"]), 5000);
});

it("gives the text that was checked, whatever the file is by now", async () => {
  start();
  const text = named("two").replace('"parcours"', '"parcour"');
  writeFileSync(file, text);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(expect.anything(), text), 5000);
  writeFileSync(file, named("three"));
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith(expect.anything(), [], named("three")), 5000);
});

it("survives a listener that throws", async () => {
  const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  onChange.mockImplementationOnce(() => {
    throw new Error("no");
  });
  start();
  writeFileSync(file, named("two"));
  await vi.waitFor(() => expect(warned).toHaveBeenCalledTimes(1), 5000);
  writeFileSync(file, named("three"));
  await vi.waitFor(() => expect(names().at(-1)).toBe("three"), 5000);
  warned.mockRestore();
});

it("tells nothing once closed", async () => {
  start();
  watching?.close();
  const other = vi.fn();
  const second = watchConfiguration(file, { onChange: other, onError });
  writeFileSync(file, named("two"));
  await vi.waitFor(() => expect(other).toHaveBeenCalledTimes(1), 5000);
  second.close();
  expect(onChange).not.toHaveBeenCalled();
});
