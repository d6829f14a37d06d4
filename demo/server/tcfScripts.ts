import { type BuildOptions, build } from "esbuild";
import { packageRoot } from "../../src/endpoint/packageRoot.ts";

/** TCF's reference implementation is made of modules: the demo has it as scripts, one for each of these. */
export const TCF_OPTIONS: BuildOptions = {
  absWorkingDir: packageRoot(),
  entryPoints: ["src/managers/tcf/demo/stub.ts", "src/managers/tcf/demo/manager.ts"],
  outdir: "dist/demo/tcf",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
};

let scripts: Promise<Map<string, string>> | undefined;

async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await build({ ...TCF_OPTIONS, write: false });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ""), text]));
}

/** One of them by its file's name, bundled from the sources when the first is asked for. */
export async function tcfScript(name: string): Promise<string | undefined> {
  scripts ??= bundle();
  return (await scripts).get(name);
}
