import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Site } from "../vocabulary/site.ts";
import { BotFilter } from "./http/BotFilter.ts";
import { Dispatcher } from "./http/Dispatcher.ts";
import type { EndpointContext } from "./http/Exchange.ts";
import type { ExtraRoute } from "./http/ExtraRoute.ts";
import { Metrics } from "./http/Metrics.ts";
import { RateLimits } from "./http/RateLimits.ts";
import { announcesTooMuch } from "./http/readBody.ts";
import { type Compile, KEPT_VERSIONS, SiteRegistry } from "./http/SiteRegistry.ts";
import { createOverlays } from "./script/compileOverlay.ts";
import { compileScript } from "./script/compileScript.ts";
import { ScriptArchive } from "./script/ScriptArchive.ts";
import { type EndpointSettings, readSettings } from "./settings.ts";
import type { Store } from "./store/Store.ts";

export interface EndpointOptions {
  /** In force once listening; without them the endpoint answers 503 until `reload`. */
  sites?: readonly Site[];
  store: Store;
  settings?: EndpointSettings;
  /** Where the versions of the scripts survive a restart; without it they do not. */
  scriptsFolder?: string;
  extraRoutes?: readonly ExtraRoute[];
  /** One JSON line of the access or error log. */
  log?(line: Readonly<Record<string, unknown>>): void;
  compile?: Compile;
}

export interface Endpoint {
  readonly server: Server;
  /** Resolves to the address once requests are taken. Port 0: a free one. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Puts other sites in force; rejects, and keeps the old ones, when a script cannot be compiled. */
  reload(sites: readonly Site[]): Promise<void>;
  sites(): Site[];
  /** Takes no more connections and resolves when those under way are answered. The store stays open. */
  close(): Promise<void>;
}

/** A visitor's connection may pause between two pages; above the usual 60 s of proxies (ms). */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 10_000;
const REQUEST_MS = 15_000;
/** Requests that are not done then are cut off (ms). */
const CLOSE_MS = 5_000;

/** The HTTP endpoint: scripts out, events in, on bare `node:http`. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const settings = options.settings ?? readSettings({});
  const log = options.log ?? (() => {});
  const archive =
    options.scriptsFolder &&
    new ScriptArchive(options.scriptsFolder, KEPT_VERSIONS, (error) =>
      log({
        log: "error",
        time: new Date().toISOString(),
        code: "script_not_kept",
        message: String(error),
      }),
    );
  const context: EndpointContext = {
    settings,
    store: options.store,
    registry: new SiteRegistry(options.compile ?? compileScript, archive || undefined),
    limits: new RateLimits(settings.trustedProxies, settings.rate),
    bots: new BotFilter(settings.keepBots),
    metrics: new Metrics(),
    log,
    closing: false,
    overlay: createOverlays(),
  };
  const dispatcher = new Dispatcher(context, options.extraRoutes ?? []);
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS },
    (request, response) => dispatcher.handle(request, response),
  );
  // A body that is refused anyway is not even asked for.
  server.on("checkContinue", (request, response) => {
    if (!announcesTooMuch(request)) response.writeContinue();
    dispatcher.handle(request, response);
  });
  server.on("clientError", answerGarbage);

  return {
    server,
    async listen(port, host) {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          server.off("error", reject);
          resolve();
        });
      });
      if (options.sites) await context.registry.load(options.sites);
      return server.address() as AddressInfo;
    },
    reload: (sites) => context.registry.load(sites),
    sites: () => context.registry.all().map(({ site }) => site),
    async close() {
      context.closing = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      // An answer that was under way when closing began may leave its connection idle.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
      context.limits.close();
    },
  };
}

/** Statuses of requests that Node's parser gives up on. */
const PARSER_ERRORS: Readonly<Record<string, { status: string; code: string }>> = {
  HPE_HEADER_OVERFLOW: { status: "431 Request Header Fields Too Large", code: "headers_too_large" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", code: "request_timeout" },
};

function answerGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const { status, code } = PARSER_ERRORS[error.code ?? ""] ?? {
    status: "400 Bad Request",
    code: "invalid_request",
  };
  const body = JSON.stringify({
    error: { code, message: "this is not a request that can be read", path: "" },
  });
  const lines = [
    `HTTP/1.1 ${status}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Access-Control-Allow-Origin: *",
    "Connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
