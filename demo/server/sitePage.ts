import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pageSite } from "../../src/endpoint/script/siteModule.ts";
import { FACTS } from "../../src/managers/facts.ts";
import type { ManagerName } from "../../src/vocabulary/managers.ts";
import { needsConsent } from "../../src/vocabulary/modes.ts";
import type { Site } from "../../src/vocabulary/site.ts";
import { type Language, otherLanguage, readTexts, templateTexts } from "./languages.ts";
import { ownManager } from "./managerChoices.ts";
import { managerFolder } from "./managerFolder.ts";
import { escapeHtml, jsonForHtml, render } from "./render.ts";

/** Pages of the fictional business, in the order of its menu. */
export const PAGES = ["home", "services", "prices", "contact"] as const;
export type PageName = (typeof PAGES)[number];

export function isPage(value: string): value is PageName {
  return (PAGES as readonly string[]).includes(value);
}

function indented(html: string): string {
  return html.trimEnd().replace(/^/gm, "    ");
}

/** The manager stands beside our script as on most sites; ours is `async`, so either order happens. */
async function managerTags(root: string, manager: ManagerName): Promise<string> {
  const head = await readFile(join(managerFolder(root, manager), "head.html"), "utf8");
  return indented(`<link rel="stylesheet" href="/demo/managers/panel.css">\n${head}`);
}

/**
 * The endpoint compiled the site's script for the site's own manager; with another one the page has the
 * static file, and the configuration beside it.
 */
function scriptTags(site: Site, manager: ManagerName): string {
  if (!needsConsent(site) || manager === ownManager(site)) {
    return indented(`<script src="/${site.key}.js" async></script>`);
  }
  const { gpc, notice, rotation } = site.consent;
  const consent = { manager, ...FACTS[manager].demo?.consent, rotation, gpc, notice };
  // Endpoint: this origin, under whatever name the browser knows it. Empty would mean that there is none.
  return indented(
    `<script type="application/json" id="mgt-config">${jsonForHtml({ ...pageSite(site), consent })}</script>
<script src="/demo/mgt.js" data-config="#mgt-config" data-endpoint="/" async></script>`,
  );
}

/** One page of the business's site as it stands before any script has run. */
export async function sitePage(
  root: string,
  site: Site,
  manager: ManagerName,
  language: Language,
  page: PageName,
): Promise<string> {
  const demo = join(root, "demo");
  const asks = needsConsent(site);
  const [layout, main, { site: texts }, consent] = await Promise.all([
    readFile(join(demo, "site", "layout.html.tmpl"), "utf8"),
    readFile(join(demo, "site", "pages", language, `${page}.html`), "utf8"),
    readTexts(demo, language),
    asks ? managerTags(root, manager) : "",
  ]);
  const nav = PAGES.map((name) => {
    const current = name === page ? ' aria-current="page"' : "";
    return `            <li><a href="${name}"${current}>${escapeHtml(texts[name] ?? name)}</a></li>`;
  });
  const manage = `          <p><button class="link" type="button" data-manage-consent="${manager}">${escapeHtml(texts.manage ?? "")}</button></p>`;
  return render(layout, {
    ...templateTexts(texts),
    lang: language,
    otherLang: otherLanguage(language),
    staged: manager === ownManager(site) ? site.mode : `${site.mode}~${manager}`,
    double: asks && !FACTS[manager].package ? " data-double" : "",
    page,
    title: texts[page] ?? page,
    description: texts.description ?? "",
    nav: nav.join("\n"),
    main: main.trimEnd(),
    script: scriptTags(site, manager),
    consent,
    manage: asks ? manage : "",
  });
}
