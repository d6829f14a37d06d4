import { main } from "../../../src/cli/main.ts";

/** Runs a command line in this process: its exit code and what it wrote. */
export async function runMgt(
  argv: readonly string[],
  more: { cwd?: string; env?: object; node?: string } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    env: { ...more.env },
    cwd: more.cwd ?? process.cwd(),
  };
  const code = await main(argv, io, more.node);
  return { code, out: out.join("\n"), err: err.join("\n") };
}
