import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { MODES, needsConsent } from "../../src/vocabulary/modes.ts";
import type { Site } from "../../src/vocabulary/site.ts";
import { isDemoSite } from "./demoSite.ts";
import { type Language, otherLanguage, readTexts, templateTexts } from "./languages.ts";
import { type ManagerChoice, managerChoices, ownManager } from "./managerChoices.ts";
import { jsonForHtml, render } from "./render.ts";
import type { VendorFolders } from "./vendorFolders.ts";

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

/** What the shell knows of the configuration in force: the mode table itself, the demo's sites, the managers. */
export function demoFacts(
  sites: readonly Site[],
  folders: VendorFolders,
): { modes: typeof MODES; sites: unknown[]; managers: ManagerChoice[] } {
  return {
    modes: MODES,
    sites: sites.filter(isDemoSite).map((site) => {
      const { key, name, mode, entry, numbers, conditions, consent, callClicks } = site;
      const asks = needsConsent(site);
      return {
        key,
        name,
        mode,
        entry,
        numbers,
        conditions,
        consent,
        callClicks,
        asks,
        manager: ownManager(site),
      };
    }),
    managers: managerChoices(folders),
  };
}
