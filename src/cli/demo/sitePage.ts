import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { needsConsent } from "../../vocabulary/modes.ts";
import type { Site } from "../../vocabulary/site.ts";
import { type Language, otherLanguage, readTexts, templateTexts } from "./languages.ts";
import { escapeHtml, render } from "./render.ts";

/** Pages of the fictional business, in the order of its menu. */
export const PAGES = ["home", "services", "prices", "contact"] as const;
export type PageName = (typeof PAGES)[number];

export function isPage(value: string): value is PageName {
  return (PAGES as readonly string[]).includes(value);
}

/** The manager stands before our script on most sites; ours is `async`, so either order happens. */
const CONSENT_TAGS = `    <script src="/demo/vendor/tarteaucitron/tarteaucitron.min.js"></script>
    <script src="/demo/site/consent.js"></script>`;

/** One page of the business's site as it stands before any script has run. */
export async function sitePage(
  demo: string,
  site: Site,
  language: Language,
  page: PageName,
): Promise<string> {
  const [layout, main, { site: texts }] = await Promise.all([
    readFile(join(demo, "site", "layout.html.tmpl"), "utf8"),
    readFile(join(demo, "site", "pages", language, `${page}.html`), "utf8"),
    readTexts(demo, language),
  ]);
  const asks = needsConsent(site);
  const nav = PAGES.map((name) => {
    const current = name === page ? ' aria-current="page"' : "";
    return `            <li><a href="${name}"${current}>${escapeHtml(texts[name] ?? name)}</a></li>`;
  });
  const manage = `          <p><button class="link" type="button" data-manage-consent>${escapeHtml(texts.manage ?? "")}</button></p>`;
  return render(layout, {
    ...templateTexts(texts),
    lang: language,
    otherLang: otherLanguage(language),
    mode: site.mode,
    page,
    key: site.key,
    title: texts[page] ?? page,
    description: texts.description ?? "",
    nav: nav.join("\n"),
    main: main.trimEnd(),
    consent: asks ? CONSENT_TAGS : "",
    manage: asks ? manage : "",
  });
}
