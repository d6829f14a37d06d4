import type { IncomingMessage, ServerResponse } from "node:http";
import { StoreUnavailable } from "../store/Store.ts";
import { requireAdmin } from "./adminToken.ts";
import { openCors } from "./cors.ts";
import type { EndpointContext, Exchange } from "./Exchange.ts";
import type { ExtraRoute } from "./ExtraRoute.ts";
import { comeBack, HttpError } from "./HttpError.ts";
import { noContent, sendError } from "./reply.ts";
import { ROUTES, type Route } from "./routes.ts";

/** Finds the route of a request, and turns whatever it throws into an answer. */
export class Dispatcher {
  readonly #context: EndpointContext;
  readonly #extra: readonly ExtraRoute[];
  readonly #literal = new Map<string, Route>();
  readonly #patterns: { route: Route; path: RegExp }[] = [];

  constructor(context: EndpointContext, extra: readonly ExtraRoute[]) {
    this.#context = context;
    this.#extra = [...extra].sort((a, b) => b.prefix.length - a.prefix.length);
    for (const route of ROUTES) {
      if (typeof route.path === "string") this.#literal.set(route.path, route);
      else this.#patterns.push({ route, path: route.path });
    }
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const context = this.#context;
    // A proxy may ask in absolute form, which every server must take (RFC 9112, 3.2.2).
    const target = (request.url ?? "/").replace(/^https?:\/\/[^/?]*/i, "");
    const question = target.indexOf("?");
    const path = (question < 0 ? target : target.slice(0, question)) || "/";
    const { route, parameters } = this.#match(path);
    const query = question < 0 ? "" : target.slice(question + 1);
    const exchange: Exchange = { request, response, context, parameters, query };
    // Without this a client that keeps asking would hold a stopping process open.
    if (context.closing) response.shouldKeepAlive = false;
    try {
      if (route) await this.#answer(exchange, route);
      else await this.#answerExtra(exchange, path);
    } catch (error) {
      sendError(exchange, asHttpError(error, context));
    }
    context.metrics.add("mgt_requests_total", { route: route?.name ?? "other", status: response.statusCode });
  }

  #match(path: string): { route?: Route; parameters: string[] } {
    const literal = this.#literal.get(path);
    if (literal) return { route: literal, parameters: [] };
    for (const pattern of this.#patterns) {
      const [whole, ...parameters] = pattern.path.exec(path) ?? [];
      if (whole !== undefined) return { route: pattern.route, parameters };
    }
    return { parameters: [] };
  }

  async #answer(exchange: Exchange, { audience, methods }: Route): Promise<void> {
    const { request, context } = exchange;
    const { method = "" } = request;
    if (audience !== "operator" && !context.registry.loaded) throw compiling();
    const allowed = Object.keys(methods).flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name]));
    const allow = [...allowed, "OPTIONS"].join(", ");
    if (audience === "admin" && (method !== "OPTIONS" || context.settings.adminToken === ""))
      requireAdmin(exchange);
    if (method === "OPTIONS") {
      const cors = audience === "page" ? preflight(exchange, allowed.join(", ")) : {};
      return noContent(exchange, { Allow: allow, ...cors });
    }
    const handler = methods[(method === "HEAD" ? "GET" : method) as keyof typeof methods];
    if (!handler || !allowed.includes(method)) throw notAllowed(allow);
    await handler(exchange);
  }

  async #answerExtra({ request, response }: Exchange, path: string): Promise<void> {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const matching = this.#extra.filter(({ prefix }) =>
      prefix === "/" ? path === prefix : path.startsWith(prefix),
    );
    const route = matching.find((candidate) => candidate.method === method);
    if (route) {
      // People look at these: the browser asks again by itself, once there is something to see.
      if (!this.#context.registry.ready) throw compiling({ Refresh: "1" });
      const url = URL.parse(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
      if (!url) throw new HttpError(400, "invalid_url", "the address cannot be read");
      await route.handle(request, response, url);
      return;
    }
    if (matching.length === 0) throw new HttpError(404, "unknown_route", "there is nothing here");
    const allowed = matching.map((found) => (found.method === "GET" ? "GET, HEAD" : found.method));
    throw notAllowed([...new Set(allowed)].join(", "));
  }
}

/** A page asks before it sends `application/json`; the answer keeps for a day. */
function preflight({ request, context }: Exchange, methods: string) {
  return {
    ...openCors(request.headers.origin, context.registry),
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400",
  };
}

function notAllowed(allow: string): HttpError {
  return new HttpError(405, "method_not_allowed", `the methods here are ${allow}`, {
    headers: { Allow: allow },
  });
}

function compiling(headers: Record<string, string> = {}): HttpError {
  return comeBack(503, "not_ready", "the scripts are being compiled", 1, headers);
}

function asHttpError(error: unknown, context: EndpointContext): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreUnavailable) {
    context.log({
      log: "error",
      time: new Date().toISOString(),
      code: "store_unavailable",
      message: error.message,
    });
    return comeBack(503, "store_unavailable", "the store cannot take it now", 2);
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.log({ log: "error", time: new Date().toISOString(), code: "internal", message });
  return new HttpError(500, "internal", "something went wrong here");
}
