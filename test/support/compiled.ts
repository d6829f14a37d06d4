import { checkConfiguration } from "../../src/endpoint/configuration/checkConfiguration.ts";
import { compileScript } from "../../src/endpoint/script/compileScript.ts";
import type { SiteInput } from "../../src/vocabulary/site.ts";

const cache = new Map<string, Promise<string>>();

/** The script that the endpoint would serve for a site, minified; compiled once per configuration. */
export function compiled(site: SiteInput): Promise<string> {
  const text = JSON.stringify({ sites: [site] });
  const found = cache.get(text);
  if (found) return found;
  const { errors, sites } = checkConfiguration(text);
  const [complete] = sites;
  if (!complete) throw new Error(`the test's configuration is wrong: ${JSON.stringify(errors)}`);
  const script = compileScript(complete).then(({ body }) => body.toString());
  cache.set(text, script);
  return script;
}
