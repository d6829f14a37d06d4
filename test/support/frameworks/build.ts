import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import { build, type Plugin } from "esbuild";
import { compile, compileModule } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

/** As the packages call it: what `process.env.NODE_ENV` says. */
export type Build = "production" | "development";

interface Target {
  file: string;
  mode: Build;
  isServer: boolean;
}

const cache = new Map<string, Promise<string>>();

/** Svelte's and Vue's own compilers, as their bundler plugins use them. */
const compilers = ({ mode, isServer }: Target): Plugin => ({
  name: "compilers",
  setup({ onLoad }) {
    const dev = mode === "development";
    const generate = isServer ? "server" : "client";
    onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => {
      const source = await readFile(filename, "utf8");
      return { contents: compile(source, { filename, dev, generate }).js.code };
    });
    onLoad({ filter: /\.svelte\.js$/ }, async ({ path: filename }) => {
      const source = await readFile(filename, "utf8");
      return { contents: compileModule(source, { filename, dev, generate }).js.code };
    });
    onLoad({ filter: /\.vue$/ }, async ({ path: filename }) => {
      const { descriptor } = parse(await readFile(filename, "utf8"), { filename });
      const options = { id: filename, isProd: !dev, inlineTemplate: true };
      const { content } = compileScript(descriptor, {
        ...options,
        templateOptions: { ssr: isServer, ssrCssVars: [] },
      });
      return { contents: content };
    });
  },
});

async function bundle(target: Target): Promise<string> {
  const { file, mode, isServer } = target;
  const { outputFiles } = await build({
    entryPoints: [new URL(file, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: isServer ? "cjs" : "iife",
    platform: isServer ? "node" : "browser",
    target: isServer ? "node22" : "chrome109",
    jsx: "automatic",
    minify: mode === "production" && !isServer,
    conditions: ["svelte", ...(isServer ? [] : ["browser"]), mode],
    define: {
      "process.env.NODE_ENV": JSON.stringify(mode),
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [compilers(target)],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

function built(target: Target): Promise<string> {
  const key = JSON.stringify(target);
  const found = cache.get(key) ?? bundle(target);
  cache.set(key, found);
  return found;
}

/** A fixture with the real packages, for a page to load. */
export const forPage = (file: string, mode: Build): Promise<string> => built({ file, mode, isServer: false });

/** What a fixture's server part exports, run here as its server would. */
export async function forServer<T>(file: string, mode: Build): Promise<T> {
  const text = await built({ file, mode, isServer: true });
  const module = { exports: {} };
  compileFunction(text, ["module", "exports", "require"])(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports as T;
}
