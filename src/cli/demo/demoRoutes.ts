import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { DemoContext } from "../../endpoint/http/DemoContext.ts";
import type { ExtraRoute } from "../../endpoint/http/ExtraRoute.ts";
import { packageRoot } from "../../endpoint/packageRoot.ts";
import { MODES, type ModeName } from "../../vocabulary/modes.ts";
import type { Site } from "../../vocabulary/site.ts";
import { demoSite, isDemoSite } from "./demoSite.ts";
import { explainArrival } from "./explainArrival.ts";
import { chooseLanguage, isLanguage } from "./languages.ts";
import { redirect, sendBytes, sendError, sendHtml, sendJson } from "./sendPage.ts";
import { modesAndSites, shellPage } from "./shellPage.ts";
import { isPage, sitePage } from "./sitePage.ts";
import { staticFile } from "./staticFile.ts";
import { stored } from "./stored.ts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const UNKNOWN = ["not_found", "The demo has nothing at this address."] as const;

/** `/demo/site/{language}/{mode}/{page}`: arrival parameters stay free for what a real arrival has. */
function sitePath(path: string): { language: string; mode: ModeName; page: string } | undefined {
  const [language = "", mode = "", page = "", ...rest] = path.split("/");
  return rest.length === 0 && isLanguage(language) && Object.hasOwn(MODES, mode) && isPage(page)
    ? { language, mode: mode as ModeName, page }
    : undefined;
}

/**
 * Routes of the demo, added to the endpoint by `mgt serve --demo`. Everything comes from this package and
 * from the npm package `tarteaucitronjs`; nothing is fetched from elsewhere.
 */
export function demoRoutes(context: DemoContext): ExtraRoute[] {
  const demo = join(packageRoot(), "demo");
  const manager = dirname(createRequire(import.meta.url).resolve("tarteaucitronjs/package.json"));

  async function file(response: ServerResponse, folder: string, path: string): Promise<void> {
    const found = await staticFile(folder, path);
    if (found) sendBytes(response, found.type, found.body);
    else sendError(response, 404, ...UNKNOWN);
  }

  function askedSite(response: ServerResponse, url: URL): Site | undefined {
    const key = url.searchParams.get("site") ?? "";
    const site = context.sites().find((each) => isDemoSite(each) && each.key === key);
    if (!site) sendError(response, 404, "unknown_site", "The demo reads only its own sites.");
    return site;
  }

  async function shell(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname === "/demo") return redirect(response, `/demo/${url.search}`);
    if (url.pathname !== "/demo/") return sendError(response, 404, ...UNKNOWN);
    sendHtml(response, await shellPage(demo, chooseLanguage(request, url)));
  }

  async function site(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname.slice("/demo/site/".length);
    if (path === "") return redirect(response, `/demo/site/${chooseLanguage(request, url)}/parcours/home`);
    const asked = sitePath(path);
    if (!asked) return file(response, join(demo, "site"), path);
    const found = demoSite(context.sites(), asked.mode);
    if (!found) {
      return sendError(
        response,
        404,
        "unknown_site",
        `The configuration has no demo site in mode ${asked.mode}.`,
      );
    }
    if (isLanguage(asked.language) && isPage(asked.page)) {
      sendHtml(response, await sitePage(demo, found, asked.language, asked.page));
    }
  }

  function explanation(_: IncomingMessage, response: ServerResponse, url: URL): void {
    const found = askedSite(response, url);
    if (!found) return;
    const answer = explainArrival(found, url.searchParams);
    if (typeof answer === "string") sendError(response, 400, "invalid_arrival", answer);
    else sendJson(response, answer);
  }

  async function kept(_: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const found = askedSite(response, url);
    if (!found) return;
    const visitor = url.searchParams.get("visitor") ?? "";
    const receipts = url.searchParams.getAll("receipt").slice(0, 50);
    if (![visitor, ...receipts].every((id) => id === "" || UUID.test(id))) {
      return sendError(response, 400, "invalid_id", "visitor and receipt must be UUIDs.");
    }
    sendJson(response, await stored(context.store, found.key, visitor.toLowerCase(), receipts));
  }

  const routes: [prefix: string, handle: ExtraRoute["handle"]][] = [
    ["/demo", shell],
    ["/demo/shell/", (_, response, url) => file(response, join(demo, "shell"), url.pathname.slice(12))],
    ["/demo/site/", site],
    [
      "/demo/vendor/tarteaucitron/",
      (_, response, url) => file(response, manager, url.pathname.slice("/demo/vendor/tarteaucitron/".length)),
    ],
    ["/demo/api/modes", (_, response) => sendJson(response, modesAndSites(context.sites()))],
    ["/demo/api/explain", explanation],
    ["/demo/api/stored", kept],
  ];
  return routes.map(([prefix, handle]) => ({ method: "GET", prefix, handle }));
}
