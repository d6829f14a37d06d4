import { existsSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { checkConfiguration } from "../endpoint/configuration/checkConfiguration.ts";
import { packageRoot } from "../endpoint/packageRoot.ts";
import { CONFIGURATION_NAME } from "./configurationFile.ts";
import { type Answers, FIRST_ANSWERS, type Question } from "./firstAnswers.ts";
import { firstConfiguration } from "./firstConfiguration.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { count, problemLines } from "./problemLines.ts";
import { InputError, UsageError } from "./UsageError.ts";

export const INIT_HELP = `mgt init [--mode M] [--number N] [--origin O] [--json]

Writes a first configuration, mgt.config.json, into this folder; never over one that is there. What is not given is
asked for on a terminal.

  --mode M     what is shown, stored and collected: invisible, rotation, origine, trafic or parcours; default parcours
  --number N   the phone number that the site shows, such as +33123456789 or 01 23 45 67 89
  --origin O   where the site stands, such as https://www.example.com
  --json       { "file", "ok", "errors", "warnings" } of what was written, as mgt check has them

Exit: 0 written, 1 there is a configuration already, 2 wrong usage or a folder that cannot be written to`;

const OPTIONS = {
  mode: { type: "string" },
  number: { type: "string" },
  origin: { type: "string" },
} as const;

/** `mgt init`: 0 written, 1 there is one already. */
export async function init(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parseOptions(argv, OPTIONS, 0);
  if (values.help) {
    io.out(INIT_HELP);
    return 0;
  }
  const file = join(io.cwd, CONFIGURATION_NAME);
  // Before anything is asked.
  if (existsSync(file)) return isThere(io);
  const answers = await answered(values, io);
  const text = `${JSON.stringify(firstConfiguration(answers, schemaAddress(io.cwd)), null, 2)}\n`;
  const { ok, errors, warnings } = checkConfiguration(text, CONFIGURATION_NAME);
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return isThere(io);
    throw new InputError(`cannot write ${file}: ${code}`);
  }
  if (values.json) {
    io.out(JSON.stringify({ file, ok, errors, warnings }, null, 2));
    return 0;
  }
  for (const line of problemLines({ errors, warnings }, text)) io.out(line);
  io.out(
    `${CONFIGURATION_NAME} is written: ${count(errors.length, "error")}, ${count(warnings.length, "warning")}.`,
  );
  io.out(`Add a "tracked" number and conditions, then: mgt check, mgt serve`);
  return 0;
}

function isThere(io: Io): number {
  io.err(`mgt init: there is a ${CONFIGURATION_NAME} here already: it stays as it is`);
  return 1;
}

/** The answers given as options, and the others as they are asked for. */
async function answered(given: Partial<Record<keyof Answers, string>>, io: Io): Promise<Answers> {
  const answers: Partial<Answers> = {};
  for (const [name, question] of Object.entries(FIRST_ANSWERS) as [keyof Answers, Question][]) {
    const written = given[name];
    answers[name] = written === undefined ? await asked(name, question, io) : taken(name, question, written);
  }
  return answers as Answers;
}

function taken(name: keyof Answers, { read, expected }: Question, written: string): string {
  const value = read(written);
  if (value === undefined) throw new InputError(`--${name}: found "${written}", expected ${expected}`);
  return value;
}

/** Asks until the answer can be read. */
async function asked(
  name: keyof Answers,
  { ask, read, expected, initial }: Question,
  io: Io,
): Promise<string> {
  if (!io.ask) {
    if (initial !== undefined) return initial;
    throw new UsageError(`--${name} is missing: ${expected}`);
  }
  for (;;) {
    const value = read((await io.ask(`${ask}${initial ? ` [${initial}]` : ""}: `)) || (initial ?? ""));
    if (value !== undefined) return value;
    io.err(`expected ${expected}`);
  }
}

/** Where editors find the schema: the package's own copy, as seen from the file. */
function schemaAddress(cwd: string): string {
  const schema = join(packageRoot(), "dist", "mgt.schema.json");
  const address = relative(cwd, schema).replaceAll("\\", "/");
  // Run from a cache (`npx`), the package is nowhere near: there it will be once it is installed.
  return address.startsWith("..") || !existsSync(schema)
    ? "./node_modules/mgt-snippet/dist/mgt.schema.json"
    : `./${address}`;
}
