import { spawn, spawnSync } from "node:child_process";
import { chmodSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkConfiguration } from "../../src/endpoint/configuration/checkConfiguration.ts";
import { type CodeBlock, codeBlocks, documents, ROOT, readDocument } from "../support/markdown.ts";
import { spawnServe, temporaryFolder } from "./spawnServe.ts";

/**
 * What the documents tell a reader to type, typed. The French documents have the same blocks: a test of their
 * own says so.
 */
const DOCUMENTS = documents().filter((path) => !path.includes("/fr/") && !path.endsWith(".fr.md"));
const blocks = DOCUMENTS.flatMap((document) =>
  codeBlocks(readDocument(document)).map((block) => ({ document, ...block })),
);
const ofLanguage = (language: string) => blocks.filter((block) => block.language === language);

/** The complete configuration that the documents print. */
const OWN_CONFIGURATION = ofLanguage("json").find(({ code }) => code.includes('"$schema"'))?.code ?? "";

const TOKEN = "a-token-of-the-documents";

/** Commands that another test runs, or that would run this one: by what they begin with. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  "npm ci": "the continuous integration",
  "npm cit": "the continuous integration",
  "npm install": "the test of the package",
  "(cd ../mgt": "the test of the package",
};

/** Commands that go on until they are stopped. */
const isServing = (command: string) => /\bnpx mgt serve(?! --help)/.test(command);

/** Each command with what it prints, where the block says so. */
function commandsOf({ language, code }: CodeBlock): { command: string; printed: string | undefined }[] {
  if (language === "sh")
    return code
      .replace(/\\\n\s*/g, "")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("#"))
      .map((command) => ({ command, printed: undefined }));
  return code
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return end < 0
        ? { command: part, printed: "" }
        : { command: part.slice(0, end), printed: part.slice(end + 1) };
    });
}

/** A folder as a checkout looks to its reader, with `npx mgt` as npm would find it. */
async function workplace(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of ["demo", "docs", "node_modules", "package.json", "src"])
    symlinkSync(join(ROOT, name), join(folder, name));
  const npx = join(folder, "npx");
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1" = mgt ] && shift\nexec "${process.execPath}" "${join(ROOT, "src/cli/mgt.ts")}" "$@"\n`,
  );
  chmodSync(npx, 0o755);
  return folder;
}

const environment = (folder: string, more: Record<string, string> = {}) => ({
  ...process.env,
  PATH: [folder, process.env.PATH].join(delimiter),
  MGT_ADMIN_TOKEN: TOKEN,
  ...more,
});

/** Days differ between writing and running. */
const timeless = (text: string) =>
  text
    // CSV has a byte order mark, and line ends of its own.
    .replace(/[\r\ufeff]/g, "")
    .trim()
    .replace(/\b\d{4}-\d\d-\d\d\b/g, "DAY");

test("each block of code says its language", () => {
  expect(
    blocks.filter(({ language }) => language === "").map(({ document, line }) => `${document}:${line}`),
  ).toEqual([]);
  expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(
    expect.not.arrayContaining(["jsonc", "shell", "bash"]),
  );
});

describe("commands", () => {
  test("each does what is written, against one endpoint", { timeout: 120_000 }, async () => {
    const folder = await workplace();
    const served = spawnServe(["--demo"], environment(folder) as Record<string, string>, folder);
    const address = await served.address;
    const run = (command: string) => {
      const typed = command.replaceAll("http://127.0.0.1:8787", address);
      const { status, stdout, stderr } = spawnSync("sh", ["-c", typed], {
        cwd: folder,
        env: environment(folder),
        encoding: "utf8",
        timeout: 30_000,
      });
      return { status, out: stdout + stderr };
    };
    // The integrator sends the event that the others then read.
    const order = ["docs/en/integrator.md", "docs/en/marketer.md"];
    const rank = (document: string) => (order.indexOf(document) + order.length + 1) % (order.length + 1);
    const sorted = [...ofLanguage("console"), ...ofLanguage("sh")].sort(
      (a, b) => rank(a.document) - rank(b.document),
    );
    const wrong: object[] = [];
    let tried = 0;
    for (const { document, line, ...block } of sorted)
      for (const { command, printed } of commandsOf({ line, ...block })) {
        if (Object.keys(RUN_ELSEWHERE).some((start) => command.startsWith(start)) || isServing(command))
          continue;
        // A store is copied while nothing runs.
        if (command.startsWith("cp ")) {
          served.child.kill("SIGTERM");
          await served.ended;
        }
        tried += 1;
        // What the operator calls by this name is a file of his own; the others have the demo's.
        if (document.endsWith("operator.md"))
          writeFileSync(join(folder, "mgt.config.json"), OWN_CONFIGURATION);
        else rmSync(join(folder, "mgt.config.json"), { force: true });
        const { status, out } = run(command);
        const isFine = printed === undefined ? status === 0 : timeless(out) === timeless(printed);
        if (!isFine) wrong.push({ document, line, command, status, out, printed });
      }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(15);
  });

  test("each request that is printed is taken", { timeout: 60_000 }, async () => {
    const folder = await workplace();
    const served = spawnServe(["--demo"], environment(folder) as Record<string, string>, folder);
    const address = await served.address;
    const requests = ofLanguage("http").flatMap(({ code }) => {
      const [head = "", body] = code.split("\n\n");
      const [, method, route] = /^(POST) (\S+) HTTP/.exec(head) ?? [];
      return method && route && body ? [{ method, route, body }] : [];
    });
    expect(requests.length).toBeGreaterThan(3);
    for (const { method, route, body } of requests) {
      const { status } = await fetch(address + route, {
        method,
        body,
        headers: { "Content-Type": "text/plain", "User-Agent": "", Authorization: `Bearer ${TOKEN}` },
      });
      expect([route, status, body]).toEqual([route, 204, body]);
    }
  });

  const serving = ofLanguage("sh").flatMap((block) =>
    commandsOf(block)
      .filter(({ command }) => isServing(command))
      .map(({ command }) => command),
  );

  test.each(serving)("%s listens, and stops when it is told to", { timeout: 30_000 }, async (command) => {
    const folder = await workplace();
    writeFileSync(join(folder, "mgt.config.json"), OWN_CONFIGURATION);
    const child = spawn("sh", ["-c", `${command.replace("npx mgt", "exec npx mgt")}`], {
      cwd: folder,
      env: environment(folder, { PORT: "0" }),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.setEncoding("utf8");
    for await (const text of child.stdout) {
      said += text;
      if (said.includes("listening on")) child.kill("SIGTERM");
    }
    expect(said).toContain("listening on");
  });
});

test("each script that a command names is there", () => {
  const { scripts } = JSON.parse(readDocument("package.json")) as { scripts: Record<string, string> };
  const ofNpm = ["ci", "cit", "install", "pack"];
  const named = [...ofLanguage("sh"), ...ofLanguage("console")].flatMap(({ code }) =>
    [...code.matchAll(/\bnpm (?:run (?:-s )?)?([a-z][\w:]*)/g)].map(([, name = ""]) => name),
  );
  expect(named).toContain("start");
  expect(named.filter((name) => !ofNpm.includes(name) && !(name in scripts))).toEqual([]);
});

describe("configurations", () => {
  const base = {
    key: "mod-demo",
    mode: "parcours",
    numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  };

  test.each(ofLanguage("json").map(({ document, line, code }) => [`${document}:${line}`, code]))(
    "%s has no error",
    (_, code) => {
      const written = JSON.parse(code);
      const file = "sites" in written ? written : { sites: [{ ...base, ...written }] };
      expect(checkConfiguration(JSON.stringify(file)).errors).toEqual([]);
    },
  );
});

test("one site and one endpoint in all examples", () => {
  const keys = blocks.flatMap(({ document, code }) =>
    [
      ...code.matchAll(
        /"key": ?"(?!magnetis|c:)([a-z0-9-]+)"|\/v1\/sites\/([\w-]+)|--site (\S+)|"site": ?"([^"]+)"/g,
      ),
    ].map((match) => `${document}: ${match.slice(1).find(Boolean)}`),
  );
  const known = new Set(["mod-demo", "KEY"]);
  const strangers = keys.filter((each) => !known.has(each.split(": ")[1] ?? ""));
  expect(strangers).toEqual([]);
  const hosts = blocks.flatMap(({ document, code }) =>
    [...code.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => `${document}: ${host}`),
  );
  const ours =
    /: (calls\.example|www\.garage-martin\.example|localhost|127\.0\.0\.1|www\.google\.com|mail\.google\.com)$/;
  expect(hosts.filter((each) => !ours.test(each))).toEqual([]);
});

test.each(["README.md", "README.fr.md"])("%s is short", (name) => {
  const text = readDocument(name);
  expect(text.split("\n").length).toBeLessThanOrEqual(250);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(12_000);
});

test("the examples are files of the repository", () => {
  expect(readdirSync(join(ROOT, "docs/examples")).length).toBeGreaterThan(0);
});
