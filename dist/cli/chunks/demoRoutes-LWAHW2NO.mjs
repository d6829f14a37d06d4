import {
  demoSite,
  isDemoSite
} from "./chunk-GXHKSBBF.mjs";
import {
  ArrivalError,
  explain
} from "./chunk-FLI7AF3O.mjs";
import "./chunk-GUXET3WK.mjs";
import {
  MODES,
  needsConsent
} from "./chunk-RR63AJXO.mjs";
import {
  packageRoot
} from "./chunk-EKFFRSDW.mjs";

// src/cli/demo/demoRoutes.ts
import { createRequire } from "node:module";
import { dirname, join as join5 } from "node:path";

// src/cli/demo/explainArrival.ts
var FIELDS = ["url", "referrer", "page", "first_url", "first_referrer", "language"];
function explainArrival(site, query) {
  const arrival = { url: "" };
  for (const field of FIELDS) {
    const value = query.get(field);
    if (value) arrival[field] = value;
  }
  const pages = query.get("pages");
  if (pages) arrival.pages = Number(pages);
  const device = query.get("device");
  if (device === "mobile" || device === "desktop") arrival.device = device;
  try {
    return explain(site, arrival);
  } catch (error) {
    if (error instanceof ArrivalError) return `${error.field}: ${error.message}`;
    throw error;
  }
}

// src/cli/demo/languages.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
var LANGUAGES = ["fr", "en"];
function isLanguage(value) {
  return LANGUAGES.includes(value);
}
function otherLanguage(language) {
  return language === "fr" ? "en" : "fr";
}
function chooseLanguage(request, url) {
  const asked = url.searchParams.get("lang") ?? "";
  if (isLanguage(asked)) return asked;
  const accepted = (request.headers["accept-language"] ?? "").split(",");
  const tags = accepted.map((range) => range.trim().slice(0, 2).toLowerCase());
  return tags.find(isLanguage) ?? "fr";
}
async function readTexts(demo, language) {
  return JSON.parse(await readFile(join(demo, "texts", `${language}.json`), "utf8"));
}
function templateTexts(texts) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`t.${name}`, text]));
}

// src/cli/demo/sendPage.ts
var POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'"
].join("; ");
var HEADERS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff"
};
function sendHtml(response, html, status = 200) {
  response.writeHead(status, {
    ...HEADERS,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin"
  }).end(html);
}
function sendBytes(response, type, body, status = 200) {
  response.writeHead(status, { ...HEADERS, "Content-Type": type }).end(body);
}
function sendJson(response, value, status = 200) {
  sendBytes(response, "application/json; charset=utf-8", JSON.stringify(value), status);
}
function sendError(response, status, code, message) {
  sendJson(response, { error: { code, message, path: "" } }, status);
}
function redirect(response, location) {
  response.writeHead(302, { ...HEADERS, Location: location }).end();
}

// src/cli/demo/shellPage.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/cli/demo/render.ts
var ESCAPES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
function render(template, values) {
  return template.replace(/\{\{\{([\w.-]+)\}\}\}|\{\{([\w.-]+)\}\}/g, (_, raw, escaped) => {
    const name = raw ?? escaped ?? "";
    const value = Object.hasOwn(values, name) ? values[name] : void 0;
    if (value === void 0) throw new Error(`demo: the template names "${name}", which has no value`);
    return raw === void 0 ? escapeHtml(value) : value;
  });
}
function jsonForHtml(value) {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

// src/cli/demo/shellPage.ts
async function shellPage(demo, language) {
  const [template, { shell: texts }] = await Promise.all([
    readFile2(join2(demo, "shell", "shell.html.tmpl"), "utf8"),
    readTexts(demo, language)
  ]);
  return render(template, {
    ...templateTexts(texts),
    lang: language,
    otherLang: otherLanguage(language),
    texts: jsonForHtml(texts)
  });
}
function modesAndSites(sites) {
  return {
    modes: MODES,
    sites: sites.filter(isDemoSite).map(({ key, name, mode, entry, numbers, conditions, consent, callClicks }) => ({
      key,
      name,
      mode,
      entry,
      numbers,
      conditions,
      consent,
      callClicks
    }))
  };
}

// src/cli/demo/sitePage.ts
import { readFile as readFile3 } from "node:fs/promises";
import { join as join3 } from "node:path";
var PAGES = ["home", "services", "prices", "contact"];
function isPage(value) {
  return PAGES.includes(value);
}
var CONSENT_TAGS = `    <script src="/demo/vendor/tarteaucitron/tarteaucitron.min.js"></script>
    <script src="/demo/site/consent.js"></script>`;
async function sitePage(demo, site, language, page) {
  const [layout, main, { site: texts }] = await Promise.all([
    readFile3(join3(demo, "site", "layout.html.tmpl"), "utf8"),
    readFile3(join3(demo, "site", "pages", language, `${page}.html`), "utf8"),
    readTexts(demo, language)
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
    manage: asks ? manage : ""
  });
}

// src/cli/demo/staticFile.ts
import { readFile as readFile4 } from "node:fs/promises";
import { extname, join as join4, sep } from "node:path";
var CONTENT_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8"
};
async function staticFile(folder, path) {
  const type = CONTENT_TYPES[extname(path)];
  if (!type || !/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)) return void 0;
  const file = join4(folder, path);
  if (!file.startsWith(folder + sep)) return void 0;
  try {
    return { type, body: await readFile4(file) };
  } catch {
    return void 0;
  }
}

// src/cli/demo/stored.ts
var DAY_MS = 864e5;
async function stored(store, site, visitor, receipts) {
  const [copy, recent] = await Promise.all([
    visitor ? store.copy(site, visitor) : void 0,
    receipts.length ? store.consents({ site, after: Date.now() - DAY_MS }) : []
  ]);
  const records = [...copy?.consents ?? [], ...recent.filter(({ receipt }) => receipts.includes(receipt))];
  const consents = [...new Map(records.map((record) => [record.id, record])).values()];
  return {
    events: (copy?.events ?? []).toSorted((a, b) => a.at - b.at),
    consents: consents.sort((a, b) => a.time - b.time)
  };
}

// src/cli/demo/demoRoutes.ts
var UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
var UNKNOWN = ["not_found", "The demo has nothing at this address."];
function sitePath(path) {
  const [language = "", mode = "", page = "", ...rest] = path.split("/");
  return rest.length === 0 && isLanguage(language) && Object.hasOwn(MODES, mode) && isPage(page) ? { language, mode, page } : void 0;
}
function demoRoutes(context) {
  const demo = join5(packageRoot(), "demo");
  const manager = dirname(createRequire(import.meta.url).resolve("tarteaucitronjs/package.json"));
  async function file(response, folder, path) {
    const found = await staticFile(folder, path);
    if (found) sendBytes(response, found.type, found.body);
    else sendError(response, 404, ...UNKNOWN);
  }
  function askedSite(response, url) {
    const key = url.searchParams.get("site") ?? "";
    const site2 = context.sites().find((each) => isDemoSite(each) && each.key === key);
    if (!site2) sendError(response, 404, "unknown_site", "The demo reads only its own sites.");
    return site2;
  }
  async function shell(request, response, url) {
    if (url.pathname === "/demo") return redirect(response, `/demo/${url.search}`);
    if (url.pathname !== "/demo/") return sendError(response, 404, ...UNKNOWN);
    sendHtml(response, await shellPage(demo, chooseLanguage(request, url)));
  }
  async function site(request, response, url) {
    const path = url.pathname.slice("/demo/site/".length);
    if (path === "") return redirect(response, `/demo/site/${chooseLanguage(request, url)}/parcours/home`);
    const asked = sitePath(path);
    if (!asked) return file(response, join5(demo, "site"), path);
    const found = demoSite(context.sites(), asked.mode);
    if (!found) {
      return sendError(
        response,
        404,
        "unknown_site",
        `The configuration has no demo site in mode ${asked.mode}.`
      );
    }
    if (isLanguage(asked.language) && isPage(asked.page)) {
      sendHtml(response, await sitePage(demo, found, asked.language, asked.page));
    }
  }
  function explanation(_, response, url) {
    const found = askedSite(response, url);
    if (!found) return;
    const answer = explainArrival(found, url.searchParams);
    if (typeof answer === "string") sendError(response, 400, "invalid_arrival", answer);
    else sendJson(response, answer);
  }
  async function kept(_, response, url) {
    const found = askedSite(response, url);
    if (!found) return;
    const visitor = url.searchParams.get("visitor") ?? "";
    const receipts = url.searchParams.getAll("receipt").slice(0, 50);
    if (![visitor, ...receipts].every((id) => id === "" || UUID.test(id))) {
      return sendError(response, 400, "invalid_id", "visitor and receipt must be UUIDs.");
    }
    sendJson(response, await stored(context.store, found.key, visitor.toLowerCase(), receipts));
  }
  const routes = [
    ["/demo", shell],
    ["/demo/shell/", (_, response, url) => file(response, join5(demo, "shell"), url.pathname.slice(12))],
    ["/demo/site/", site],
    [
      "/demo/vendor/tarteaucitron/",
      (_, response, url) => file(response, manager, url.pathname.slice("/demo/vendor/tarteaucitron/".length))
    ],
    ["/demo/api/modes", (_, response) => sendJson(response, modesAndSites(context.sites()))],
    ["/demo/api/explain", explanation],
    ["/demo/api/stored", kept]
  ];
  return routes.map(([prefix, handle]) => ({ method: "GET", prefix, handle }));
}
export {
  demoRoutes
};
