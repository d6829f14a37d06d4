import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { DemoContext } from "../../src/endpoint/http/DemoContext.ts";
import type { ExtraRoute } from "../../src/endpoint/http/ExtraRoute.ts";
import { isFromSource } from "../../src/endpoint/isFromSource.ts";
import { packageRoot } from "../../src/endpoint/packageRoot.ts";
import type { Site } from "../../src/vocabulary/site.ts";
import { demoSite, isDemoSite } from "./demoSite.ts";
import { explainArrival } from "./explainArrival.ts";
import { chooseLanguage } from "./languages.ts";
import { isAvailable, isDemoManager, ownManager } from "./managerChoices.ts";
import { managerFolder, panelFolder } from "./managerFolder.ts";
import { readmePage } from "./readmePage.ts";
import { referenceScript } from "./referenceScripts.ts";
import { redirect, sendBytes, sendError, sendHtml, sendJson } from "./sendPage.ts";
import { demoFacts, shellPage } from "./shellPage.ts";
import { sitePage } from "./sitePage.ts";
import { sitePath } from "./sitePath.ts";
import { staticFile } from "./staticFile.ts";
import { stored } from "./stored.ts";
import { type VendorFolders, vendorFolders } from "./vendorFolders.ts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const UNKNOWN = ["not_found", "The demo has nothing at this address."] as const;

/**
 * Routes of the demo, added to the endpoint by `mgt serve --demo`. Everything comes from this package and
 * from the npm packages of the real consent managers; nothing is fetched from elsewhere.
 */
export function demoRoutes(context: DemoContext, folders: VendorFolders = vendorFolders()): ExtraRoute[] {
  const root = packageRoot();
  const demo = join(root, "demo");

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
    const manager = asked.manager ?? ownManager(found);
    if (!isAvailable(manager, folders)) {
      if (manager === ownManager(found)) return sendError(response, 404, ...UNKNOWN);
      return redirect(response, `/demo/site/${asked.language}/${asked.mode}/${asked.page}${url.search}`);
    }
    sendHtml(response, await sitePage(root, found, manager, asked.language, asked.page));
  }

  async function vendor(_: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [name = "", ...path] = url.pathname.slice("/demo/vendor/".length).split("/");
    const folder = isDemoManager(name) && folders.get(name);
    const script = folder && isFromSource && (await referenceScript(name, path.join("/")));
    if (script) sendBytes(response, "text/javascript; charset=utf-8", script);
    else if (folder) await file(response, folder, path.join("/"));
    else sendError(response, 404, ...UNKNOWN);
  }

  /** A folder is shown as its README: what a double imitates, and where that is known from. */
  async function managers(_: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname.slice("/demo/managers/".length);
    const [folder = "", ...rest] = path.split("/");
    const name = /^(\w+)\/(?:README\.md)?$/.exec(path)?.[1] ?? "";
    const html = isDemoManager(name) ? await readmePage(root, name) : undefined;
    if (html) sendHtml(response, html);
    else if (isDemoManager(folder) || folder === "manual")
      await file(response, managerFolder(root, folder), rest.join("/"));
    else await file(response, panelFolder(root), path);
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
    ["/demo/mgt.js", (_, response, url) => file(response, join(root, "dist"), url.pathname.slice(6))],
    ["/demo/mgt.debug.js", (_, response, url) => file(response, join(root, "dist"), url.pathname.slice(6))],
    ["/demo/vendor/", vendor],
    ["/demo/managers/", managers],
    ["/demo/api/modes", (_, response) => sendJson(response, demoFacts(context.sites(), folders))],
    ["/demo/api/explain", explanation],
    ["/demo/api/stored", kept],
  ];
  return routes.map(([prefix, handle]) => ({ method: "GET", prefix, handle }));
}
