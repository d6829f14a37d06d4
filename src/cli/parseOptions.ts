import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { UsageError } from "./UsageError.ts";

const COMMON = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

/** A command's options, with `--json` and `--help`, and at most so many positional arguments. */
export function parseOptions<T extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: T,
  maxPositionals: number,
) {
  const parsed = parse(argv, options);
  const extra = parsed.positionals[maxPositionals];
  if (extra !== undefined) throw new UsageError(`unexpected argument "${extra}"`);
  return parsed;
}

function parse<T extends ParseArgsOptionsConfig>(argv: readonly string[], options: T) {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...COMMON, ...options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // Node's own words end in advice about `--` that only confuses here.
    throw new UsageError((error as Error).message.split(". ")[0] ?? "wrong arguments");
  }
}
