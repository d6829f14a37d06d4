import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MODES } from "../../../src/vocabulary/modes.ts";
import { ROOT, readDocument, rowNames } from "../../support/markdown.ts";

const sources = (folder: string): string =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"))
    .join("\n");

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set(
    [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter((part) => part !== undefined)),
  ),
];

const endpoint = sources("src/endpoint");

interface Property {
  properties?: Record<string, Property>;
}

const site: Record<string, Property> = JSON.parse(readFileSync(join(ROOT, "dist/mgt.schema.json"), "utf8"))
  .$defs.site.properties;

/** What the code knows, by the document that has a row for each. */
const NAMES: Record<string, { document: string; names: readonly string[] }> = {
  "key of the configuration": {
    document: "integrator",
    names: Object.entries(site).flatMap(([key, { properties }]) =>
      key === "consent" && properties ? Object.keys(properties).map((each) => `consent.${each}`) : [key],
    ),
  },
  "error code of a route": {
    document: "integrator",
    names: [
      ...all(endpoint, /new HttpError\(\s*\d+,\s*"(\w+)"/g),
      ...all(endpoint, /new HttpError\(\s*\d+,\s*\w+ \? "(\w+)" : "(\w+)"/g),
      ...all(endpoint, /comeBack\(\s*\d+,\s*"(\w+)"/g),
      ...all(endpoint, /\bcode: "(\w+)", say/g),
      // What Node's parser refuses.
      ...all(endpoint, /\bcode: "(\w+)", message/g),
    ],
  },
  "code of a problem": {
    document: "integrator",
    names: all(readFileSync(join(ROOT, "src/endpoint/configuration/Problem.ts"), "utf8"), /\| "(\w+)"/g),
  },
  "kind of event": {
    document: "integrator",
    names: [...Object.values(MODES).flatMap(({ collects }) => collects), "call_click"],
  },
  "event of the page": {
    document: "integrator",
    names: ["ready", "swap", "consent", "entry", "call"].map((name) => `mgt:${name}`),
  },
  "environment variable": { document: "operator", names: all(sources("src"), /\benv\.([A-Z][A-Z_]+)/g) },
  metric: {
    document: "operator",
    names: all(endpoint, /\b((?:mgt|process)_[a-z_]+)(?:: "|: \{ help)/g),
  },
};

/** Rows may name several, and routes or keys with more than a name. */
const isThere = (rows: ReadonlySet<string>, name: string) => rows.has(name);

describe.each(Object.entries(NAMES))("each %s has its row", (_, { document, names }) => {
  test.each(["en", "fr"])("in docs/%s", (language) => {
    const text = readDocument(`docs/${language}/${document}.md`);
    const rows = rowNames(text);
    // Codes share a row by their status: there the second cell names them.
    const cells = new Set(
      [...text.matchAll(/^\|.*\|$/gm)].flatMap(([row]) =>
        [...row.matchAll(/`([^`]+)`/g)].map(([, each = ""]) => each),
      ),
    );
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !isThere(rows, name) && !cells.has(name))).toEqual([]);
  });
});

test("the events of the page are those of its types", () => {
  const types = readFileSync(join(ROOT, "src/page/api/types.ts"), "utf8");
  const [, details = ""] = /interface MgtDetails \{([\s\S]+?)\n\}/.exec(types) ?? [];
  expect(all(details, /^ {2}(\w+):/gm).map((name) => `mgt:${name}`)).toEqual(
    NAMES["event of the page"]?.names,
  );
});
