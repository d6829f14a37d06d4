import { build } from "esbuild";
import { featuresOf, managersOf } from "../../vocabulary/features.ts";
import type { Site } from "../../vocabulary/site.ts";
import { minifyScript } from "./minifyScript.ts";
import { packScript, type Script } from "./packScript.ts";
import { siteOptions } from "./scriptOptions.ts";
import { pageSite, siteModule } from "./siteModule.ts";
import { buildId, PAGE_SOURCES } from "./sources.ts";

/**
 * Compiles the script of one site: its configuration inlined, and only the code that it uses.
 *
 * @throws what esbuild reports, if the sources do not build
 */
export async function compileScript(site: Site): Promise<Script> {
  const page = pageSite(site);
  const features = featuresOf(page);
  const adapters = managersOf(page, features);
  const configuration = siteModule(page);
  const id = buildId(configuration);
  const options = siteOptions(id, features);
  const { outputFiles = [] } = await build({
    ...options,
    format: "iife",
    stdin: {
      contents: [
        'import { startServed } from "./startServed.ts";',
        ...adapters.map((name) => `import { ${name} } from "./consent/adapters/${name}.ts";`),
        `startServed([${adapters}]);`,
      ].join("\n"),
      resolveDir: PAGE_SOURCES,
      sourcefile: "site.js",
      loader: "js",
    },
    plugins: [
      ...(options.plugins ?? []),
      {
        name: "site",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]page[\\/]site\.ts$/ }, () => ({
            contents: configuration,
            resolveDir: PAGE_SOURCES,
            loader: "js",
          }));
        },
      },
    ],
  });
  const body = await minifyScript(outputFiles[0]?.text ?? "");
  return packScript(Buffer.from(body), id);
}
