import { main } from "../../../src/cli/main.ts";

/** Runs a command line in this process: its exit code and what it wrote. */
export async function runMgt(
  argv: readonly string[],
  more: { cwd?: string; env?: object; node?: string; answers?: readonly string[] } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const answers = [...(more.answers ?? [])];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    // A person, as long as he has answers.
    ...(more.answers && { ask: async () => answers.shift() ?? "" }),
    env: { ...more.env },
    cwd: more.cwd ?? process.cwd(),
  };
  const code = await main(argv, io, more.node);
  return { code, out: out.join("\n"), err: err.join("\n") };
}
