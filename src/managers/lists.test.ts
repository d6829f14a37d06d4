// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { writeLists } from "../../build/lists.ts";
import { FIXTURES } from "../../test/support/managers/fixtures.ts";
import { MANAGER_NAMES } from "../vocabulary/managers.ts";
import type { ConsentSettings } from "../vocabulary/site.ts";
import { siteDefaults } from "../vocabulary/siteDefaults.ts";
import type { AdapterName } from "./Adapter.ts";
import { ADAPTERS } from "./adapters.ts";
import { adaptersFor } from "./adaptersFor.ts";
import { FACTS } from "./facts.ts";
import { heardManagers } from "./heardManagers.ts";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = import.meta.dirname;
const ADAPTER_NAMES = MANAGER_NAMES.filter((name) => name !== "manual");
const { consent: settings } = siteDefaults({ key: "garage", mode: "parcours" });

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

describe("the lists of managers", () => {
  test("hold those of the union, in its order", () => {
    expect(Object.keys(FACTS)).toEqual(MANAGER_NAMES);
    expect(Object.keys(FIXTURES)).toEqual(MANAGER_NAMES);
    expect(Object.keys(ADAPTERS)).toEqual(ADAPTER_NAMES);
  });

  test("are those that the build writes", () => {
    expect(writeLists(ROOT, true)).toEqual([]);
  });

  test("leave out no folder", () => {
    const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...MANAGER_NAMES].sort());
  });

  test.each(["auto", ...MANAGER_NAMES] as const)(
    "with %s the static file hears what a compiled script has",
    (manager) => {
      const site = { ...siteDefaults({ key: "garage", mode: "parcours", consent: { manager } }), plans: {} };
      const heard = adaptersFor(site).map(({ name }) => name);
      expect(heard).toEqual(heardManagers(site));
      expect(heard).toEqual(
        manager === "auto"
          ? ADAPTER_NAMES.filter((name) => name !== "google")
          : ADAPTER_NAMES.filter((name) => name === manager),
      );
    },
  );
});

describe.each(ADAPTER_NAMES)("%s", (name: AdapterName) => {
  const facts = FACTS[name];
  const path = (file: string) => join(FOLDER, name, file);

  test("has everything in its folder", () => {
    const files = [
      "adapter.ts",
      "adapter.test.ts",
      "facts.ts",
      "fixture.ts",
      "demo/head.html",
      "README.md",
      "README.fr.md",
    ];
    expect(files.filter((file) => !existsSync(path(file)))).toEqual([]);
  });

  test("is called by its folder's name", () => {
    expect([ADAPTERS[name]().name, FIXTURES[name].name]).toEqual([name, name]);
  });

  test("has its adapter's tier", () => {
    expect(facts.tier).toBe(ADAPTERS[name]().tier);
  });

  test("answers late where its adapter reads a promise", () => {
    const readsPromise = /\b(?:PromiseLike|Promise|async|await)\b/.test(
      readFileSync(path("adapter.ts"), "utf8"),
    );
    expect(facts.answersLate ?? false).toBe(readsPromise);
  });

  test("is a real package that is installed here, or a double", () => {
    const installed = { ...dependencies, ...devDependencies };
    expect(installed[facts.package ?? ""]).toBe(facts.tried?.at(-1));
    expect(existsSync(path("demo/double.js"))).toBe(!facts.package);
  });

  test("calls the usual category as its proof does", () => {
    const key = ADAPTERS[name]().describe?.(settings)?.key;
    if (facts.settings.includes("category")) expect(facts.analytics).toBe(key);
    else expect(facts.analytics).toBeUndefined();
  });

  describe("its adapter", () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    test("looks at the settings that its facts name, and at no other", () => {
      const seen = new Set<string>();
      const watched = new Proxy(settings, {
        get(target, setting: keyof ConsentSettings & string) {
          seen.add(setting);
          return target[setting];
        },
      });
      const adapter = ADAPTERS[name]();
      const hear = () => {};
      for (const act of [
        () => adapter.events?.(watched),
        () => adapter.install?.(hear, watched),
        () => adapter.watch?.(hear, watched),
        () => adapter.read(watched),
        () => adapter.describe?.(watched),
      ])
        try {
          act();
        } catch {
          // The manager is not on the page.
        }
      expect([...seen].sort()).toEqual([...facts.settings].sort());
    });
  });
});
