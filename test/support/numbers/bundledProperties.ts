import { build } from "esbuild";
import { ALL_FEATURES, siteOptions } from "../../../src/endpoint/script/scriptOptions.ts";

let bundle: Promise<string> | undefined;

/** The properties with the page's own code, every feature of it, as a script for a test page. */
export function bundledProperties(): Promise<string> {
  bundle ??= build({
    ...siteOptions("garage", ALL_FEATURES),
    entryPoints: [new URL("properties.ts", import.meta.url).pathname],
    format: "iife",
    write: false,
  }).then(({ outputFiles = [] }) => outputFiles[0]?.text ?? "");
  return bundle;
}
