import { join } from "node:path";
import { build } from "esbuild";
import type { Site } from "../../vocabulary/site.ts";
import { packageRoot } from "../packageRoot.ts";
import { staticOptions } from "./scriptOptions.ts";
import { pageSite } from "./siteModule.ts";

/** Stands for the site's configuration in the overlay, as a string: what JSON has in it is never like it. */
const PLACEHOLDER = "{the site's configuration}";

/**
 * The overlay of `mgt('debug')`, from the sources that the package ships. An ECMAScript module, for any site until
 * `overlayFor` has filled one in.
 */
export async function compileOverlay(root: string = packageRoot()): Promise<string> {
  const options = staticOptions(join(root, "src/page/start/modeHas.ts"));
  const { outputFiles = [] } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: ["src/page/debug/overlay.ts"],
    format: "esm",
    minify: true,
    charset: "utf8",
    define: {
      ...options.define,
      BUILD: '""',
      REASONS: "true",
      SITE: JSON.stringify(PLACEHOLDER),
    },
    banner: { js: "/*! mgt, js-cookie: MIT */" },
  });
  return outputFiles[0]?.text ?? "";
}

/** The overlay with the configuration of the site that it explains. */
export const overlayFor = (overlay: string, site: Site): string =>
  overlay.replaceAll(JSON.stringify(PLACEHOLDER), () => JSON.stringify(pageSite(site)));

/** Overlays by site, compiled when the first one is asked for: few are. */
export function createOverlays(): (site: Site) => Promise<string> {
  let compiled: Promise<string> | undefined;
  return async (site) => {
    compiled ??= compileOverlay();
    try {
      return overlayFor(await compiled, site);
    } catch (error) {
      compiled = undefined;
      throw error;
    }
  };
}
