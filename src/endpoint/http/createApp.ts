import { METHODS } from "node:http";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from "fastify";
import { MAX_BODY_BYTES } from "../../vocabulary/events.ts";
import { fastifyValidator } from "../ingest/validator.ts";
import { requireAdmin } from "./adminToken.ts";
import { admitPage } from "./admitPage.ts";
import { answerExtra } from "./answerExtra.ts";
import { openCors } from "./cors.ts";
import type { EndpointContext, Exchange, Handler } from "./Exchange.ts";
import type { ExtraRoute } from "./ExtraRoute.ts";
import { asHttpError, compiling, HttpError, notAllowed } from "./HttpError.ts";
import { loggerOptions } from "./logger.ts";
import { requireJsonText } from "./mediaType.ts";
import { noContent, sendError } from "./reply.ts";
import { type Posted, ROUTES, type Route } from "./routes.ts";

export interface AppOptions {
  context: EndpointContext;
  extraRoutes: readonly ExtraRoute[];
  serverFactory: NonNullable<FastifyServerOptions["serverFactory"]>;
  /** Answers what is no HTTP. */
  clientErrorHandler: NonNullable<FastifyServerOptions["clientErrorHandler"]>;
  /** Where the log's lines go. */
  write: Parameters<typeof loggerOptions>[0];
}

/** The routes on Fastify. What each of them answers is a handler's; what all of them ask before stands here. */
export function createApp({
  context,
  extraRoutes,
  serverFactory,
  clientErrorHandler,
  write,
}: AppOptions): FastifyInstance {
  const app = Fastify({
    serverFactory: serverFactory as never,
    clientErrorHandler,
    logger: loggerOptions(write) as never,
    // Nor a child for each request: no line of ours names one.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    // A proxy may ask in absolute form, which every server must take (RFC 9112, 3.2.2).
    rewriteUrl: ({ url = "/" }) => url.replace(/^https?:\/\/[^/?]*/i, "").replace(/^(?!\/)/, "/"),
    routerOptions: {
      maxParamLength: 1_024,
      // It counts repetitions, bounded ones too; of ours each begins where the other cannot go on.
      allowUnsafeRegex: true,
      querystringParser: (text) => new URLSearchParams(text) as never,
    },
    exposeHeadRoutes: false,
    frameworkErrors: (_, request, reply) => sendError(context, request, reply, nothingHere()),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  app.setValidatorCompiler(({ schema }) => fastifyValidator(schema as object) as never);
  app.setErrorHandler((error, request, reply) =>
    sendError(context, request, reply, asHttpError(error, context.log)),
  );
  app.addHook("onRequest", (request, reply, done) => {
    // Without this a client that keeps asking would hold a stopping process open.
    if (context.closing) reply.header("Connection", "close");
    if (!request.is404) done();
    else answerExtra({ context, request, reply }, extraRoutes).then(() => done(), done);
  });
  app.addHook("onResponse", (request, reply, done) => {
    context.metrics.answered(nameOf(request), reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
  for (const method of METHODS)
    if (method !== "CONNECT" && !app.supportedMethods.includes(method)) app.addHttpMethod(method);
  for (const route of ROUTES) addRoute(app, context, route);
  app.setNotFoundHandler(() => {
    throw nothingHere();
  });
  return app;
}

const nothingHere = () => new HttpError(404, "unknown_route", "there is nothing here");

const nameOf = ({ routeOptions: { config } }: FastifyRequest): string =>
  (config as { name?: string } | undefined)?.name ?? "other";

type Step = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A route's own methods, `OPTIONS`, and the answer to all others. */
function addRoute(app: FastifyInstance, context: EndpointContext, route: Route): void {
  const { name, path: url, audience, methods, posted } = route;
  const step =
    (act: Handler): Step =>
    async (request, reply) =>
      act({ context, request, reply });
  const allowed = Object.keys(methods).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const allow = [...allowed, "OPTIONS"].join(", ");
  const options = { url, config: { name } };
  const guard = step(async (exchange) => {
    if (audience !== "operator" && !context.registry.loaded) throw compiling();
    if (audience === "admin") await requireAdmin(exchange);
  });
  for (const [method, handler] of Object.entries(methods)) {
    app.route({
      ...options,
      method: method === "GET" ? ["GET", "HEAD"] : method,
      handler: step(handler),
      onRequest: guard,
      ...(posted && postedSteps(posted, step)),
    });
  }
  app.route({
    ...options,
    method: "OPTIONS",
    // Who asks what is allowed shows no token; where none is configured there is nothing to ask about.
    onRequest: audience === "admin" && context.settings.adminToken !== "" ? [] : guard,
    handler: step((exchange) =>
      noContent(exchange, {
        Allow: allow,
        ...(audience === "page" && preflight(exchange, allowed.join(", "))),
      }),
    ),
  });
  app.route({
    ...options,
    method: app.supportedMethods.filter((method) => method !== "OPTIONS" && !allowed.includes(method)),
    onRequest: [
      guard,
      async () => {
        throw notAllowed(allow);
      },
    ],
    handler: () => {},
  });
}

/** What is asked of a posted body: before it is read, and before its schema is. */
function postedSteps({ limit, schema, admits }: Posted, step: (act: Handler) => Step) {
  return {
    schema: { body: schema },
    onRequest: step(async ({ request, context }) => {
      if (!context.registry.loaded) throw compiling();
      await context.limits.take(request.raw, limit);
      requireJsonText(request.headers);
    }),
    preValidation: step(async (exchange) => {
      await admitPage(exchange, limit);
      if (!exchange.reply.sent) await admits?.(exchange);
    }),
  };
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
