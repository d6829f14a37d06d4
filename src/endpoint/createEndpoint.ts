import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import type { Site } from "../vocabulary/site.ts";
import { BotFilter } from "./http/BotFilter.ts";
import { Dispatcher } from "./http/Dispatcher.ts";
import type { EndpointContext } from "./http/Exchange.ts";
import type { ExtraRoute } from "./http/ExtraRoute.ts";
import { Metrics } from "./http/Metrics.ts";
import { RateLimits } from "./http/RateLimits.ts";
import { announcesTooMuch } from "./http/readBody.ts";
import { KEPT_VERSIONS, SiteRegistry } from "./http/SiteRegistry.ts";
import { createOverlays } from "./script/compileOverlay.ts";
import { type Compiler, createCompiler } from "./script/createCompiler.ts";
import type { Script } from "./script/packScript.ts";
import { ScriptArchive } from "./script/ScriptArchive.ts";
import { type EndpointSettings, readSettings } from "./settings.ts";
import type { Store } from "./store/Store.ts";

export interface EndpointOptions {
  /** In force once listening; without them the endpoint answers 503 until `reload`. */
  sites?: readonly Site[];
  store: Store;
  settings?: EndpointSettings;
  /** Where compiled scripts, and their versions, survive a restart; without it they do not. */
  scriptsFolder?: string;
  extraRoutes?: readonly ExtraRoute[];
  /** One JSON line of the access or error log. */
  log?(line: Readonly<Record<string, unknown>>): void;
  /** In the place of the compiler, on this thread. */
  compile?(site: Site): Promise<Script>;
}

export interface Endpoint {
  readonly server: Server;
  /** Resolves to the address once requests are taken. Port 0: a free one. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /**
   * Puts other sites in force, each as soon as its script is ready; resolves when all are.
   *
   * @throws {CompilationFailed} some cannot be compiled: those sites keep what they had
   */
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
  const { scriptsFolder, compile } = options;
  const notKept = (error: unknown) =>
    log({
      log: "error",
      time: new Date().toISOString(),
      code: "script_not_kept",
      message: String(error),
    });
  const archive = scriptsFolder ? new ScriptArchive(scriptsFolder, KEPT_VERSIONS, notKept) : undefined;
  const compiler = compile
    ? plainCompiler(compile)
    : createCompiler({ folder: scriptsFolder && join(scriptsFolder, "compiled"), failed: notKept });
  const context: EndpointContext = {
    settings,
    store: options.store,
    registry: new SiteRegistry(compiler, archive),
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
      const compiled = context.registry.close();
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
      await compiled;
    },
  };
}

/** Keeps nothing, and compiles each configuration anew. */
const plainCompiler = (compile: Compiler["compile"]): Compiler => ({
  idOf: (site) => JSON.stringify(site),
  kept: async () => undefined,
  compile,
  retain: async () => {},
  close: async () => {},
});

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
