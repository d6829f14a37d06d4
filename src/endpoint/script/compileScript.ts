import { join } from "node:path";
import { build } from "esbuild";
import { heardManagers, hearingFeatures } from "../../managers/heardManagers.ts";
import { type Features, featuresOf } from "../../vocabulary/features.ts";
import type { Site } from "../../vocabulary/site.ts";
import { packageRoot } from "../packageRoot.ts";
import { buildId, withBuildId } from "./buildId.ts";
import { minifyScript } from "./minifyScript.ts";
import { namesIn } from "./namesIn.ts";
import { packScript, type Script } from "./packScript.ts";
import { siteOptions } from "./scriptOptions.ts";
import { pageSite, siteModule } from "./siteModule.ts";

/** The package ships the script's sources, since each site's script is compiled from them. */
const PAGE_SOURCES: string = join(packageRoot(), "src", "page");

/**
 * Compiles the script of one site: its configuration inlined, and only the code that it uses.
 *
 * @param changed what it contains besides, or not, whatever the site asks for: to measure what a part costs
 * @throws what esbuild reports, if the sources do not build
 */
export async function compileScript(site: Site, changed: Partial<Features> = {}): Promise<Script> {
  const page = pageSite(site);
  const managers = heardManagers(page);
  const features = { ...featuresOf(page, hearingFeatures(managers)), ...changed };
  const configuration = siteModule(page, features, managers);
  const options = siteOptions(page.key, features);
  const { outputFiles = [], metafile } = await build({
    ...options,
    absWorkingDir: packageRoot(),
    metafile: true,
    format: "iife",
    stdin: {
      contents: [
        'import { startServed } from "./start/served.ts";',
        ...managers.map((name) => `import { ${name} } from "../managers/${name}/adapter.ts";`),
        `startServed([${managers.map((name) => `${name}()`)}]);`,
      ].join("\n"),
      resolveDir: PAGE_SOURCES,
      sourcefile: "<site>",
      loader: "js",
    },
    plugins: [
      ...(options.plugins ?? []),
      {
        name: "site",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]page[\\/]ground[\\/]site\.ts$/ }, () => ({
            contents: configuration,
            resolveDir: PAGE_SOURCES,
            loader: "js",
          }));
        },
      },
    ],
  });
  const id = buildId(metafile.inputs, packageRoot(), configuration);
  const body = await minifyScript(withBuildId(outputFiles[0]?.text ?? "", id), namesIn(page));
  return packScript(Buffer.from(body), id);
}
