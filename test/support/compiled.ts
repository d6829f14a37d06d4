import { checkConfiguration } from "../../src/endpoint/configuration/checkConfiguration.ts";
import { compileOverlay, overlayFor } from "../../src/endpoint/script/compileOverlay.ts";
import { compileScript } from "../../src/endpoint/script/compileScript.ts";
import type { Site, SiteInput } from "../../src/vocabulary/site.ts";

const cache = new Map<string, Promise<string>>();

let overlay: Promise<string> | undefined;

function complete(text: string): Site {
  const { errors, sites } = checkConfiguration(text);
  const [site] = sites;
  if (!site) throw new Error(`the test's configuration is wrong: ${JSON.stringify(errors)}`);
  return site;
}

/** The overlay that the endpoint would serve for a site; without one the file beside `mgt.js`. */
export async function compiledOverlay(site?: SiteInput): Promise<string> {
  overlay ??= compileOverlay();
  const text = await overlay;
  return site ? overlayFor(text, complete(JSON.stringify({ sites: [site] }))) : text;
}

/** The script that the endpoint would serve for a site, minified; compiled once per configuration. */
export function compiled(site: SiteInput): Promise<string> {
  const text = JSON.stringify({ sites: [site] });
  const found = cache.get(text);
  if (found) return found;
  const script = compileScript(complete(text)).then(({ body }) => body.toString());
  cache.set(text, script);
  return script;
}
