import { type BuildOptions, build } from "esbuild";
import { packageRoot } from "../../src/endpoint/packageRoot.ts";
import { FACTS } from "../../src/managers/facts.ts";
import { MANAGER_NAMES, type ManagerName } from "../../src/vocabulary/managers.ts";

/** How the demo's modules of a manager become scripts, one for each. */
const optionsOf = (name: ManagerName, modules: readonly string[]): BuildOptions => ({
  absWorkingDir: packageRoot(),
  entryPoints: modules.map((module) => `src/managers/${name}/demo/${module}`),
  outdir: `dist/demo/${name}`,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
});

/** Of each manager whose reference implementation is made of modules. */
export const REFERENCE_OPTIONS: ReadonlyMap<ManagerName, BuildOptions> = new Map(
  MANAGER_NAMES.flatMap((name) => {
    const modules = FACTS[name].demo?.modules;
    return modules ? [[name, optionsOf(name, modules)]] : [];
  }),
);

const scripts = new Map<ManagerName, Promise<Map<string, string>>>();

async function bundle(options: BuildOptions): Promise<Map<string, string>> {
  const { outputFiles = [] } = await build({ ...options, write: false });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ""), text]));
}

/** One of them by its file's name, bundled from the sources when the first is asked for. */
export async function referenceScript(manager: ManagerName, file: string): Promise<string | undefined> {
  const options = REFERENCE_OPTIONS.get(manager);
  if (!options) return undefined;
  const made = scripts.get(manager) ?? bundle(options);
  scripts.set(manager, made);
  return (await made).get(file);
}
