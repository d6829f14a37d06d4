import {
  demoSite,
  isDemoSite
} from "./chunk-FLUEN2OX.mjs";
import {
  pageSite
} from "./chunk-PDAB3XLE.mjs";
import {
  ArrivalError,
  explain
} from "./chunk-WDSVOEML.mjs";
import "./chunk-HTBAKS4L.mjs";
import {
  MODES,
  needsConsent
} from "./chunk-BN34JTAQ.mjs";
import {
  packageRoot
} from "./chunk-EKFFRSDW.mjs";

// demo/server/demoRoutes.ts
import { join as join9 } from "node:path";

// demo/server/explainArrival.ts
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

// demo/server/languages.ts
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

// demo/server/managerChoices.ts
import { readFileSync } from "node:fs";
import { join as join3 } from "node:path";

// demo/server/demoManagers.ts
var DEMO_MANAGERS = {
  tarteaucitron: {
    label: "tarteaucitron",
    package: "tarteaucitronjs",
    consent: { key: "magnetis" },
    names: ["tarteaucitron"]
  },
  axeptio: {
    label: "Axeptio",
    consent: { key: "magnetis" },
    names: ["axeptio_cookies", "axeptio_authorized_vendors", "axeptio_all_vendors"]
  },
  didomi: { label: "Didomi", consent: { key: "c:magnetis-AbC123xy" }, names: ["didomi_token"] },
  tcf: {
    label: "IAB TCF",
    package: "@iabtechlabtcf/cmpapi",
    consent: { vendor: 755, purposes: [1, 8] },
    names: ["euconsent-v2"]
  },
  klaro: { label: "Klaro", package: "klaro", consent: { key: "magnetis" }, names: ["klaro"] },
  orejime: { label: "Orejime", package: "orejime", consent: { key: "magnetis" }, names: ["eu-consent"] },
  cookieconsent: {
    label: "vanilla-cookieconsent",
    package: "vanilla-cookieconsent",
    consent: { category: "analytics", key: "magnetis" },
    names: ["cc_cookie"]
  },
  usercentrics: {
    label: "Usercentrics",
    consent: { key: "mGt4cAlL5" },
    names: ["ucData", "ucString", "uc_settings", "uc_user_interaction"]
  },
  onetrust: {
    label: "OneTrust",
    consent: { category: "C0002" },
    names: ["OptanonConsent", "OptanonAlertBoxClosed"]
  },
  cookiebot: { label: "Cookiebot", consent: { category: "statistics" }, names: ["CookieConsent"] },
  complianz: { label: "Complianz", consent: { category: "statistics" }, names: ["cmplz_*"] },
  wordpress: { label: "WP Consent API", consent: { category: "statistics" }, names: ["wp_consent_*"] },
  piwikpro: { label: "Piwik PRO", consent: { category: "analytics" }, names: ["ppms_privacy_*"] },
  google: {
    label: "Google Consent Mode v2",
    consent: { category: "analytics_storage" },
    names: ["consentMode"]
  }
};

// demo/server/vendorFolders.ts
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join as join2 } from "node:path";
var { resolve } = createRequire(import.meta.url);
function packageFolder(name) {
  try {
    return dirname(resolve(`${name}/package.json`));
  } catch {
    return void 0;
  }
}
function bundledTcf() {
  const folder = join2(packageRoot(), "dist", "demo", "tcf");
  return existsSync(join2(folder, "manager.js")) ? folder : void 0;
}
function vendorFolders() {
  const found = /* @__PURE__ */ new Map();
  for (const [name, manager] of Object.entries(DEMO_MANAGERS)) {
    const folder = name === "tcf" ? bundledTcf() : manager.package && packageFolder(manager.package);
    if (folder) found.set(name, folder);
  }
  return found;
}

// demo/server/managerChoices.ts
function isDemoManager(name) {
  return Object.hasOwn(DEMO_MANAGERS, name);
}
function isAvailable(name, folders) {
  return !DEMO_MANAGERS[name]?.package || folders.has(name);
}
function ownManager(site) {
  return isDemoManager(site.consent.manager) ? site.consent.manager : "tarteaucitron";
}
function installedVersion(name) {
  const folder = packageFolder(name);
  if (!folder) return "";
  const { version } = JSON.parse(readFileSync(join3(folder, "package.json"), "utf8"));
  return typeof version === "string" ? version : "";
}
function managerChoices(folders) {
  return Object.entries(DEMO_MANAGERS).map(([key, manager]) => {
    const name = key;
    return {
      name,
      label: manager.label,
      isReal: manager.package !== void 0,
      package: manager.package ?? "",
      version: manager.package ? installedVersion(manager.package) : "",
      isAvailable: isAvailable(name, folders),
      names: manager.names
    };
  });
}

// demo/server/managerFolder.ts
import { join as join4 } from "node:path";
var managerFolder = (root, name) => join4(root, "src", "managers", name, "demo");

// demo/server/readmePage.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join as join5 } from "node:path";

// demo/server/render.ts
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

// demo/server/readmePage.ts
function inline(text) {
  return text.split(/(`[^`]+`)/).map(
    (part) => /^`.+`$/.test(part) ? `<code>${escapeHtml(part.slice(1, -1))}</code>` : escapeHtml(part).replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>").replace(/\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g, '<a href="$2" rel="noreferrer">$1</a>').replace(/&lt;(https:\/\/\S+?)&gt;/g, '<a href="$1" rel="noreferrer">$1</a>')
  ).join("");
}
function table(lines) {
  const rows = lines.map(
    (line) => line.replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim())
  );
  const [head = [], , ...body] = rows;
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${row(head, "th")}</thead><tbody>${body.map((cells) => row(cells, "td")).join("\n")}</tbody></table>`;
}
function block(text) {
  const lines = text.split("\n");
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading) return `<h${heading[1]?.length}>${inline(heading[2] ?? "")}</h${heading[1]?.length}>`;
  if (text.startsWith("|")) return table(lines);
  if (text.startsWith("- ")) {
    const items = text.slice(2).split(/\n- /);
    return `<ul>${items.map((item) => `<li>${inline(item.replace(/\s*\n\s*/g, " "))}</li>`).join("\n")}</ul>`;
  }
  return `<p>${inline(lines.join(" "))}</p>`;
}
function readmeHtml(markdown) {
  return markdown.trim().split(/\n{2,}/).map(block).join("\n");
}
async function readmePage(root, manager) {
  const [template, readme] = await Promise.all([
    readFile2(join5(root, "demo", "shell", "readme.html.tmpl"), "utf8"),
    readFile2(join5(managerFolder(root, manager), "README.md"), "utf8").catch(() => void 0)
  ]);
  if (readme === void 0) return void 0;
  const title = /^# (.+)$/m.exec(readme)?.[1] ?? manager;
  return render(template, { title, readme: readmeHtml(readme) });
}

// demo/server/sendPage.ts
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

// demo/server/shellPage.ts
import { readFile as readFile3 } from "node:fs/promises";
import { join as join6 } from "node:path";
async function shellPage(demo, language) {
  const [template, { shell: texts }] = await Promise.all([
    readFile3(join6(demo, "shell", "shell.html.tmpl"), "utf8"),
    readTexts(demo, language)
  ]);
  return render(template, {
    ...templateTexts(texts),
    lang: language,
    otherLang: otherLanguage(language),
    texts: jsonForHtml(texts)
  });
}
function demoFacts(sites, folders) {
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
        manager: ownManager(site)
      };
    }),
    managers: managerChoices(folders)
  };
}

// demo/server/sitePage.ts
import { readFile as readFile4 } from "node:fs/promises";
import { join as join7 } from "node:path";
var PAGES = ["home", "services", "prices", "contact"];
function isPage(value) {
  return PAGES.includes(value);
}
function indented(html) {
  return html.trimEnd().replace(/^/gm, "    ");
}
async function managerTags(root, manager) {
  const head = await readFile4(join7(managerFolder(root, manager), "head.html"), "utf8");
  return indented(`<link rel="stylesheet" href="/demo/managers/panel.css">
${head}`);
}
function scriptTags(site, manager) {
  if (!needsConsent(site) || manager === ownManager(site)) {
    return indented(`<script src="/${site.key}.js" async></script>`);
  }
  const { gpc, notice, rotation } = site.consent;
  const consent = { manager, ...DEMO_MANAGERS[manager]?.consent, rotation, gpc, notice };
  return indented(
    `<script type="application/json" id="mgt-config">${jsonForHtml({ ...pageSite(site), consent })}</script>
<script src="/demo/mgt.js" data-config="#mgt-config" data-endpoint="/" async></script>`
  );
}
async function sitePage(root, site, manager, language, page) {
  const demo = join7(root, "demo");
  const asks = needsConsent(site);
  const [layout, main, { site: texts }, consent] = await Promise.all([
    readFile4(join7(demo, "site", "layout.html.tmpl"), "utf8"),
    readFile4(join7(demo, "site", "pages", language, `${page}.html`), "utf8"),
    readTexts(demo, language),
    asks ? managerTags(root, manager) : ""
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
    double: asks && !DEMO_MANAGERS[manager]?.package ? " data-double" : "",
    page,
    title: texts[page] ?? page,
    description: texts.description ?? "",
    nav: nav.join("\n"),
    main: main.trimEnd(),
    script: scriptTags(site, manager),
    consent,
    manage: asks ? manage : ""
  });
}

// demo/server/sitePath.ts
function sitePath(path) {
  const [language = "", staged = "", page = "", ...rest] = path.split("/");
  const [mode = "", manager, ...more] = staged.split("~");
  if (rest.length + more.length > 0) return void 0;
  if (!isLanguage(language) || !Object.hasOwn(MODES, mode) || !isPage(page)) return void 0;
  const asked = { language, mode, page };
  if (manager === void 0) return asked;
  return isDemoManager(manager) ? { ...asked, manager } : void 0;
}

// demo/server/staticFile.ts
import { readFile as readFile5 } from "node:fs/promises";
import { extname, join as join8, sep } from "node:path";
var CONTENT_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8"
};
async function staticFile(folder, path) {
  const type = CONTENT_TYPES[extname(path)];
  if (!type || !/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)) return void 0;
  const file = join8(folder, path);
  if (!file.startsWith(folder + sep)) return void 0;
  try {
    return { type, body: await readFile5(file) };
  } catch {
    return void 0;
  }
}

// demo/server/stored.ts
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

// demo/server/demoRoutes.ts
var UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
var UNKNOWN = ["not_found", "The demo has nothing at this address."];
function demoRoutes(context, folders = vendorFolders()) {
  const root = packageRoot();
  const demo = join9(root, "demo");
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
    if (!asked) return file(response, join9(demo, "site"), path);
    const found = demoSite(context.sites(), asked.mode);
    if (!found) {
      return sendError(
        response,
        404,
        "unknown_site",
        `The configuration has no demo site in mode ${asked.mode}.`
      );
    }
    const manager = asked.manager ?? ownManager(found);
    if (!isAvailable(manager, folders)) {
      if (manager === ownManager(found)) return sendError(response, 404, ...UNKNOWN);
      return redirect(response, `/demo/site/${asked.language}/${asked.mode}/${asked.page}${url.search}`);
    }
    sendHtml(response, await sitePage(root, found, manager, asked.language, asked.page));
  }
  async function vendor(_, response, url) {
    const [name = "", ...path] = url.pathname.slice("/demo/vendor/".length).split("/");
    const folder = isDemoManager(name) && folders.get(name);
    if (folder) await file(response, folder, path.join("/"));
    else sendError(response, 404, ...UNKNOWN);
  }
  async function managers(_, response, url) {
    const path = url.pathname.slice("/demo/managers/".length);
    const [folder = "", ...rest] = path.split("/");
    const name = /^(\w+)\/(?:README\.md)?$/.exec(path)?.[1] ?? "";
    const html = isDemoManager(name) ? await readmePage(root, name) : void 0;
    if (html) sendHtml(response, html);
    else if (isDemoManager(folder) || folder === "manual")
      await file(response, managerFolder(root, folder), rest.join("/"));
    else await file(response, join9(demo, "managers"), path);
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
    ["/demo/shell/", (_, response, url) => file(response, join9(demo, "shell"), url.pathname.slice(12))],
    ["/demo/site/", site],
    ["/demo/mgt.js", (_, response, url) => file(response, join9(root, "dist"), url.pathname.slice(6))],
    ["/demo/vendor/", vendor],
    ["/demo/managers/", managers],
    ["/demo/api/modes", (_, response) => sendJson(response, demoFacts(context.sites(), folders))],
    ["/demo/api/explain", explanation],
    ["/demo/api/stored", kept]
  ];
  return routes.map(([prefix, handle]) => ({ method: "GET", prefix, handle }));
}
export {
  demoRoutes
};
