import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { compileScript } from "../../../../src/endpoint/script/compileScript.ts";
import { createCompiler } from "../../../../src/endpoint/script/createCompiler.ts";
import { ScriptCache } from "../../../../src/endpoint/script/ScriptCache.ts";
import { fakeScript, site } from "../harness.ts";

// A compilation takes seconds where other work keeps the machine busy.
vi.setConfig({ testTimeout: 120_000 });

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mgt-compiled-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function compilerIn(folder?: string) {
  const failures: unknown[] = [];
  const compiler = createCompiler({ folder, failed: (error) => failures.push(error) });
  onTestFinished(() => compiler.close());
  return { ...compiler, failures };
}

describe("the compiler", () => {
  test("gives the script that this thread would, and keeps it for the next process", async () => {
    const folder = join(await temporaryFolder(), "compiled");
    const first = compilerIn(folder);
    const id = first.idOf(site());
    expect(await first.kept(id)).toBeUndefined();
    const script = await first.compile(site());
    expect(script).toEqual(await compileScript(site()));
    expect(gunzipSync(script.gzip)).toEqual(script.body);
    expect(brotliDecompressSync(script.brotli)).toEqual(script.body);

    const second = compilerIn(folder);
    expect(second.idOf(site())).toBe(id);
    expect(await second.kept(id)).toEqual(script);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, id))).mode & 0o777).toBe(0o600);
  });

  test("knows without compiling what changes a script, and what does not", () => {
    const { idOf } = compilerIn();
    const id = idOf(site());
    expect(idOf(site({ name: "Another name", retentionDays: 30 }))).toBe(id);
    expect(idOf(site({ mode: "origine" }))).not.toBe(id);
    expect(idOf(site({ key: "mod-test-2" }))).not.toBe(id);
  });

  test("says what cannot be compiled, and goes on", async () => {
    const { compile } = compilerIn();
    const broken = { ...site(), conditions: [{ id: "x", source: "x", when: { nothing: true } }] };
    await expect(compile(broken as never)).rejects.toThrow();
    expect((await compile(site())).body.length).toBeGreaterThan(1_000);
  });

  test("says what could not be kept, and gives the script all the same", async () => {
    const { compile, failures } = compilerIn("/dev/null/compiled");
    expect((await compile(site())).body.length).toBeGreaterThan(1_000);
    expect(failures).toHaveLength(1);
  });

  test("closed in the middle it rejects at once", async () => {
    const { compile, close } = compilerIn();
    const compiled = compile(site());
    const ended = expect(compiled).rejects.toThrow();
    await close();
    await ended;
  });
});

describe("the scripts kept on disk", () => {
  test("one that was cut short, or changed, is none", async () => {
    const folder = await temporaryFolder();
    const cache = new ScriptCache(folder);
    const script = await fakeScript(site());
    await cache.keep("a", script);
    expect(await cache.find("a")).toEqual(script);
    const whole = await readFile(join(folder, "a"));
    for (const length of [0, 10, whole.length - 1]) {
      await truncate(join(folder, "a"), length);
      expect(await cache.find("a")).toBeUndefined();
      await writeFile(join(folder, "a"), whole);
    }
    await writeFile(join(folder, "a"), Buffer.concat([whole, Buffer.from("x")]));
    expect(await cache.find("a")).toBeUndefined();
    await cache.keep("a", script);
    expect(await cache.find("a")).toEqual(script);
  });

  test("what is in use stays, and of the rest the newest hundred", async () => {
    const folder = await temporaryFolder();
    const cache = new ScriptCache(folder);
    const script = await fakeScript(site());
    for (let count = 0; count < 103; count++) await cache.keep(`spare-${count}`, script);
    await cache.keep("used", script);
    await cache.prune(new Set(["used", "spare-0"]));
    const names = await readdir(folder);
    expect(names).toHaveLength(102);
    expect(names).toContain("used");
    expect(names).toContain("spare-0");
    expect(names).toContain("spare-102");
  });
});
