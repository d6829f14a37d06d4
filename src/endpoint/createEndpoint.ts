import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import type { Site } from "../vocabulary/site.ts";
import { askForBodies } from "./http/askForBodies.ts";
import { BotFilter } from "./http/BotFilter.ts";
import { boundConnections } from "./http/boundConnections.ts";
import { createApp } from "./http/createApp.ts";
import type { EndpointContext } from "./http/Exchange.ts";
import type { ExtraRoute } from "./http/ExtraRoute.ts";
import { type LogLine, writeLine } from "./http/logger.ts";
import { Metrics } from "./http/Metrics.ts";
import { type MakeLimiter, RateLimits } from "./http/RateLimits.ts";
import { Reminders } from "./http/Reminders.ts";
import { KEPT_VERSIONS, SiteRegistry } from "./http/SiteRegistry.ts";
import { VisitorLimits } from "./http/VisitorLimits.ts";
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
  /** Takes each line of the log. */
  log?(line: LogLine): void;
  /** Makes the limiters of addresses, which several processes may share; by default each has its own. */
  limiter?: MakeLimiter;
  /** In the place of the compiler, on this thread. */
  compile?(site: Site): Promise<Script>;
}

export interface Endpoint {
  readonly server: Server;
  /** Writes a line of the log, with its time. */
  log(line: LogLine): void;
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

/** How long a client may take (ms). With the interval at which it is looked at, all are below 30 s. */
const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  // A visitor's connection may pause between two pages; above the usual 60 s of proxies.
  keepAliveTimeout: 65_000,
};
/** Requests that are not done then are cut off (ms). */
const CLOSE_MS = 5_000;

/** The HTTP endpoint: scripts out, events in. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const { store } = options;
  const settings = options.settings ?? readSettings({});
  const write = options.log ?? (() => {});
  const log = (line: LogLine) => writeLine(app.log, line);
  const { scriptsFolder, compile } = options;
  const notKept = (error: unknown) => log({ log: "error", message: String(error), code: "script_not_kept" });
  const archive = scriptsFolder ? new ScriptArchive(scriptsFolder, KEPT_VERSIONS, notKept) : undefined;
  const compiler = compile
    ? plainCompiler(compile)
    : createCompiler({ folder: scriptsFolder && join(scriptsFolder, "compiled"), failed: notKept });
  const context: EndpointContext = {
    settings,
    store,
    registry: new SiteRegistry(compiler, archive),
    limits: new RateLimits(settings.trustedProxies, settings.rate, options.limiter),
    visitors: new VisitorLimits(store),
    bots: new BotFilter(settings.keepBots),
    metrics: new Metrics(),
    reminders: new Reminders(),
    log,
    closing: false,
    overlay: createOverlays(),
  };
  const { metrics, registry } = context;
  metrics.gauges({
    mgt_sites: { help: "Sites in force.", value: () => registry.all().length },
    mgt_sites_without_script: {
      help: "Sites whose first script is still being compiled.",
      value: () => registry.all().filter(({ script }) => !script).length,
    },
    mgt_store_waiting: { help: "Requests that wait for their commit.", value: () => store.waiting() },
    process_resident_memory_bytes: { help: "Resident memory.", value: () => process.memoryUsage.rss() },
    process_uptime_seconds: { help: "Time since the start.", value: () => process.uptime() },
  });
  let server = undefined as unknown as Server;
  const app = createApp({
    context,
    extraRoutes: options.extraRoutes ?? [],
    write,
    clientErrorHandler: answerGarbage,
    serverFactory(handle) {
      server = createServer(TIMES, handle as RequestListener);
      return server;
    },
  });
  askForBodies(server);
  const bounds = boundConnections(server, settings.trustedProxies, (bound) =>
    metrics.add("mgt_connections_refused_total", { bound }),
  );

  return {
    server,
    log,
    async listen(port, host) {
      await app.ready();
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          server.off("error", reject);
          resolve();
        });
      });
      if (options.sites) await registry.load(options.sites);
      return server.address() as AddressInfo;
    },
    reload: (sites) => registry.load(sites),
    sites: () => registry.all().map(({ site }) => site),
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
      bounds.stop();
      metrics.stop();
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
