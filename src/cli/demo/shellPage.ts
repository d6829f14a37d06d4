import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { MODES } from "../../vocabulary/modes.ts";
import type { Site } from "../../vocabulary/site.ts";
import { isDemoSite } from "./demoSite.ts";
import { type Language, otherLanguage, readTexts, templateTexts } from "./languages.ts";
import { jsonForHtml, render } from "./render.ts";

/** The shell: controls, the frame that holds the site, and the inspector, in one language. */
export async function shellPage(demo: string, language: Language): Promise<string> {
  const [template, { shell: texts }] = await Promise.all([
    readFile(join(demo, "shell", "shell.html.tmpl"), "utf8"),
    readTexts(demo, language),
  ]);
  return render(template, {
    ...templateTexts(texts),
    lang: language,
    otherLang: otherLanguage(language),
    texts: jsonForHtml(texts),
  });
}

/** What the inspector shows of the configuration in force: the mode table itself, and the demo's sites. */
export function modesAndSites(sites: readonly Site[]): { modes: typeof MODES; sites: unknown[] } {
  return {
    modes: MODES,
    sites: sites
      .filter(isDemoSite)
      .map(({ key, name, mode, entry, numbers, conditions, consent, callClicks }) => ({
        key,
        name,
        mode,
        entry,
        numbers,
        conditions,
        consent,
        callClicks,
      })),
  };
}
