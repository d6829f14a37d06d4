import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "playwright";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Only what is said on standard error: standard output may be a report. */
const say = (message: string) => process.stderr.write(`findChromium: ${message}\n`);

/** Distributions ship stubs of this name that only print how to install the real one. */
const starts = (file: string) =>
  /\d+\.\d+/.test(spawnSync(file, ["--version"], { encoding: "utf8" }).stdout ?? "");

const playwrights = () => {
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
};

function installed(): string | undefined {
  for (const name of ["MGT_CHROMIUM", "CHROMIUM_PATH"]) {
    const file = process.env[name];
    if (file && existsSync(file)) return file;
    if (file) say(`${name} is ${file}, where there is nothing`);
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  const files = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE];
  return playwrights() ?? files.find((file) => existsSync(file) && starts(file));
}

function run(command: string, args: readonly string[]): void {
  say(`${command} ${args.join(" ")}`);
  // Their progress goes to standard error as well.
  const { error, status } = spawnSync(command, args, { stdio: ["ignore", 2, 2] });
  if (error || status) say(`${command} failed: ${error?.message ?? `exit ${status}`}`);
}

function install(): void {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("no Chromium on this machine: installing the distribution's");
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "chromium"]);
    if (installed()) return;
  }
  say("no Chromium on this machine: installing Playwright's");
  const playwright = dirname(createRequire(import.meta.url).resolve("playwright/package.json"));
  run(process.execPath, [join(playwright, "cli.js"), "install", "chromium"]);
}

/**
 * A Chromium to test in: `MGT_CHROMIUM` or `CHROMIUM_PATH`, Playwright's own, one of this machine; else
 * one is installed, which may take minutes.
 *
 * @returns path of the program
 * @throws when there is none and none could be installed
 */
export function findChromium(): string {
  let file = installed();
  if (!file) {
    install();
    file = installed();
  }
  if (!file)
    throw new Error("no Chromium found, and none could be installed; set MGT_CHROMIUM to the path of one");
  // Found once: the workers, which read the same configuration, need not look again.
  process.env.MGT_CHROMIUM = file;
  return file;
}

/** No traffic of the browser's own; the sandbox does not work for root. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
