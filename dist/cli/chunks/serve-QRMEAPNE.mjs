import {
  addDays,
  localDay,
  outerBounds
} from "./chunk-CSQLCSJM.mjs";
import {
  featuresOf,
  managersOf,
  pageSite,
  siteModule
} from "./chunk-ULRRV4NS.mjs";
import {
  parseUrl
} from "./chunk-HTBAKS4L.mjs";
import {
  CHANNELS,
  checkContent,
  configurationFile,
  contentOf,
  keptTrackingIds,
  readConfiguration
} from "./chunk-SPZNCAWD.mjs";
import {
  collectedTypes,
  matchesPattern,
  needsConsent
} from "./chunk-QCI3V53H.mjs";
import {
  packageRoot
} from "./chunk-EKFFRSDW.mjs";
import {
  STORE_FILE
} from "./chunk-5TGGIFK6.mjs";
import {
  CONSENT_FIELDS
} from "./chunk-KU7IQYZW.mjs";
import {
  parseOptions,
  problemLines
} from "./chunk-JPWWSZFR.mjs";
import {
  UsageError
} from "./chunk-VGKXINQR.mjs";

// src/cli/serve.ts
import { networkInterfaces } from "node:os";
import { join as join4, resolve as resolve2 } from "node:path";

// src/endpoint/configuration/watchConfiguration.ts
import { unwatchFile, watch, watchFile } from "node:fs";
import { dirname } from "node:path";
var SETTLE = 50;
var POLL = 2e3;
function watchConfiguration(file, listener) {
  let known = identity(contentOf(file));
  let timer;
  let watcher;
  const look = (isRetry) => {
    timer = void 0;
    const content = contentOf(file);
    if (identity(content) === known) return;
    if (!isRetry && !(Buffer.isBuffer(content) && content.length > 0)) {
      timer = setTimeout(look, 4 * SETTLE, true);
      return;
    }
    known = identity(content);
    try {
      const { ok, errors, warnings, sites, text: text2 } = checkContent(content, file);
      if (ok) listener.onChange(sites, warnings, text2);
      else listener.onError(errors, text2);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };
  const changed = () => {
    timer ??= setTimeout(look, SETTLE, false);
  };
  try {
    watcher = watch(dirname(file), { persistent: false }, changed);
    watcher.on("error", () => watcher?.close());
  } catch {
  }
  watchFile(file, { persistent: false, interval: POLL }, changed);
  return {
    close() {
      clearTimeout(timer);
      watcher?.close();
      unwatchFile(file, changed);
    }
  };
}
var identity = (content) => Buffer.isBuffer(content) ? `=${content.toString("latin1")}` : content.failure;

// src/endpoint/createEndpoint.ts
import { createServer } from "node:http";

// src/endpoint/http/BotFilter.ts
import { isbot } from "isbot";
var BotFilter = class {
  #keep;
  /** The pattern is long: one test per connection, and nothing outlives the connection. */
  #known = /* @__PURE__ */ new WeakMap();
  /** @param keep bots are treated as people */
  constructor(keep) {
    this.#keep = keep;
  }
  isBot({ headers, socket }) {
    const userAgent = headers["user-agent"];
    if (this.#keep || !userAgent) return false;
    const known = this.#known.get(socket);
    if (known?.userAgent === userAgent) return known.bot;
    const bot = isbot(userAgent);
    this.#known.set(socket, { userAgent, bot });
    return bot;
  }
};

// src/endpoint/store/Store.ts
var StoreUnavailable = class extends Error {
  name = "StoreUnavailable";
};

// src/endpoint/http/adminToken.ts
import { createHash, timingSafeEqual } from "node:crypto";

// src/endpoint/http/HttpError.ts
var HttpError = class extends Error {
  name = "HttpError";
  status;
  /** Stable, snake_case. */
  code;
  /** Where in the body or the query, such as `events[3].at`. */
  path;
  headers;
  constructor(status, code, message, { path, headers = {} } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.path = path;
    this.headers = headers;
  }
};
function comeBack(status, code, message, seconds, headers = {}) {
  return new HttpError(status, code, message, {
    headers: { "Retry-After": String(Math.max(1, Math.ceil(seconds))), ...headers }
  });
}

// src/endpoint/http/adminToken.ts
function requireAdmin({ request, context }) {
  const { limits, settings } = context;
  if (settings.adminToken === "") throw new HttpError(404, "unknown_route", "there is nothing here");
  if (bearsToken(request, settings.adminToken)) return;
  limits.take(request, "admin");
  throw new HttpError(401, "unauthorized", "the admin token is missing or wrong", {
    headers: { "WWW-Authenticate": 'Bearer realm="mgt"' }
  });
}
function bearsToken({ headers }, token) {
  const [, given] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "") ?? [];
  return token !== "" && given !== void 0 && timingSafeEqual(digest(given), digest(token));
}
function digest(text2) {
  return createHash("sha256").update(text2).digest();
}

// src/endpoint/http/cors.ts
function siteCors(origin, { site }) {
  if (origin === "") return {};
  const headers = { "Access-Control-Allow-Origin": origin, Vary: "Origin" };
  if (site.cookie === "server") headers["Access-Control-Allow-Credentials"] = "true";
  return headers;
}
function openCors(origin, registry) {
  if (origin !== void 0 && registry.sendsCredentials(origin)) {
    return {
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Allow-Credentials": "true",
      Vary: "Origin"
    };
  }
  return { "Access-Control-Allow-Origin": "*" };
}

// src/vocabulary/events.ts
var MAX_EVENTS_PER_BODY = 100;
var MAX_BODY_BYTES = 65536;

// src/endpoint/http/reply.ts
var PRIVATE = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
function noContent({ response }, headers = {}) {
  response.writeHead(204, headers).end();
}
function sendJson(exchange, status, body, headers = {}) {
  sendText(exchange, status, "application/json; charset=utf-8", JSON.stringify(body), headers);
}
function sendText({ response }, status, type, body, headers = {}) {
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...PRIVATE, "Content-Type": type, "Content-Length": length, ...headers }).end(body);
}
function sendError(exchange, error) {
  const { request, response, context } = exchange;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({
    error: { code: error.code, message: error.message, path: error.path ?? "" }
  });
  const headers = {
    ...PRIVATE,
    ...openCors(request.headers.origin, context.registry),
    "Access-Control-Expose-Headers": "Retry-After",
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    ...error.headers
  };
  if (!bodyIsLong(exchange)) {
    response.writeHead(error.status, headers).end(body);
    return;
  }
  response.writeHead(error.status, { ...headers, Connection: "close" }).write(body);
  hangUpPolitely(exchange);
}
function bodyIsLong({ request }) {
  if (request.complete) return false;
  const { "content-length": length, "transfer-encoding": transfer } = request.headers;
  return transfer !== void 0 || Number(length ?? 0) > MAX_BODY_BYTES;
}
var MOST_DISCARDED = 4 * 1024 * 1024;
var LONGEST_DISCARDING = 2e3;
function hangUpPolitely({ request, response }) {
  let discarded = 0;
  const hangUp = () => {
    clearTimeout(timer);
    response.end();
    if (!request.complete) response.once("close", () => request.socket.destroy());
  };
  const timer = setTimeout(hangUp, LONGEST_DISCARDING).unref();
  request.on("data", (chunk) => {
    discarded += chunk.length;
    if (discarded > MOST_DISCARDED) hangUp();
  }).once("end", hangUp).once("close", hangUp).resume();
}

// src/endpoint/http/adminQuery.ts
var DEFAULT_DAYS = 30;
function adminSite(exchange) {
  requireAdmin(exchange);
  const served = exchange.context.registry.find(exchange.parameters[0] ?? "");
  if (!served) throw new HttpError(404, "unknown_site", "no site has this key");
  return served;
}
function oneOf(query, path, values) {
  const given = query.get(path);
  if (given === null || given === "") return void 0;
  const value = values.find((candidate) => candidate === given);
  if (value === void 0)
    throw new HttpError(400, "enum", `${path} must be one of ${values.join(", ")}`, { path });
  return value;
}
var FIRST_DAY = "1970-01-01";
function dayRange(query, timeZone, first) {
  const to = day(query, "to") ?? localDay(Date.now(), timeZone);
  const from = day(query, "from") ?? first ?? addDays(to, 1 - DEFAULT_DAYS);
  if (from > to) throw new HttpError(400, "range", "from is after to", { path: "from" });
  return { from, to };
}
function day(query, path) {
  const given = query.get(path);
  if (given === null || given === "") return void 0;
  const time2 = /^[12]\d{3}-\d\d-\d\d$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(time2) || new Date(time2).toISOString().slice(0, 10) !== given) {
    throw new HttpError(400, "format", `${path} must be a day, as YYYY-MM-DD`, { path });
  }
  return given;
}
var UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function visitorId(given) {
  if (!UUID.test(given)) throw new HttpError(400, "format", "visitor must be a UUID", { path: "visitor" });
  return given.toLowerCase();
}
async function logAccess({ context }, what, site, whose) {
  const access = { time: Date.now(), who: "admin", what, site, whose };
  context.log({ log: "access", ...access, time: new Date(access.time).toISOString() });
  await context.store.logAccess(access);
}

// src/endpoint/http/handlers/adminVisitor.ts
async function getVisitor(exchange) {
  const { site } = adminSite(exchange);
  const visitor = visitorId(exchange.parameters[1] ?? "");
  await logAccess(exchange, "visitor", site.key, visitor);
  sendJson(exchange, 200, await exchange.context.store.copy(site.key, visitor));
}
async function deleteVisitor(exchange) {
  const { site } = adminSite(exchange);
  const visitor = visitorId(exchange.parameters[1] ?? "");
  await logAccess(exchange, "erase", site.key, visitor);
  sendJson(exchange, 200, { erased: await exchange.context.store.erase(site.key, visitor) });
}

// src/endpoint/report/toCsv.ts
import Papa from "papaparse";
var FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
function toCsv(fields, rows) {
  const data = rows.map((row) => fields.map((field) => row[field]));
  const csv = Papa.unparse([fields, ...data], { escapeFormulae: FORMULA });
  return `${csv}\r
`;
}

// src/endpoint/http/sendCsv.ts
function sendCsv(exchange, name, csv) {
  sendText(exchange, 200, "text/csv; charset=utf-8", csv, {
    "Content-Disposition": `attachment; filename="${name}.csv"`
  });
}

// src/endpoint/http/handlers/getConsents.ts
async function getConsents(exchange) {
  const { site } = adminSite(exchange);
  const query = new URLSearchParams(exchange.query);
  const format = oneOf(query, "format", ["json", "csv"]);
  const status = oneOf(query, "status", ["granted", "withdrawn"]);
  const visitor = query.get("visitor") ? visitorId(query.get("visitor") ?? "") : void 0;
  const { from, to } = dayRange(query, site.timeZone, visitor && FIRST_DAY);
  await logAccess(exchange, "consents", site.key, visitor ?? "all");
  const found = await exchange.context.store.consents({
    site: site.key,
    ...outerBounds(from, to),
    status,
    visitor
  });
  const consents = found.filter(({ time: time2 }) => {
    const day2 = localDay(time2, site.timeZone);
    return day2 >= from && day2 <= to;
  });
  if (format === "csv")
    sendCsv(exchange, `${site.key}-consents-${from}-${to}`, toCsv(CONSENT_FIELDS, consents));
  else sendJson(exchange, 200, { consents });
}

// src/endpoint/http/handlers/getReport.ts
var COLUMNS = [
  "day",
  "condition",
  "source",
  "channel",
  "entries",
  "visitors",
  "pages",
  "calls"
];
async function getReport(exchange) {
  const { site } = adminSite(exchange);
  const query = new URLSearchParams(exchange.query);
  const format = oneOf(query, "format", ["json", "csv"]);
  const { from, to } = dayRange(query, site.timeZone);
  await logAccess(exchange, "report", site.key, "all");
  const report = await exchange.context.store.report({ site: site.key, timeZone: site.timeZone, from, to });
  if (format === "csv") sendCsv(exchange, `${site.key}-report-${from}-${to}`, toCsv(COLUMNS, report.rows));
  else sendJson(exchange, 200, report);
}

// src/endpoint/http/negotiateEncoding.ts
var ENCODINGS = ["br", "gzip", "identity"];
function negotiateEncoding(header) {
  const qualities = /* @__PURE__ */ new Map();
  for (const part of (header ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((token) => token.trim());
    const quality2 = parameters.find((parameter) => parameter.startsWith("q="));
    if (name !== "") qualities.set(name, quality2 ? Number(quality2.slice(2)) || 0 : 1);
  }
  const quality = (name) => (
    // What is not named is only acceptable where it is the plain file.
    qualities.get(name) ?? (name === "identity" ? Number.MIN_VALUE : qualities.get("*") ?? 0)
  );
  let best = "identity";
  for (const name of [...ENCODINGS].reverse())
    if (quality(name) > 0 && quality(name) >= quality(best)) best = name;
  return best;
}

// src/endpoint/http/handlers/getScript.ts
var CURRENT = "public, max-age=300, stale-while-revalidate=600";
var IMMUTABLE = "public, max-age=31536000, immutable";
async function getScript({ request, response, context, parameters }) {
  const [key = "", version] = parameters;
  const served = context.registry.find(key);
  const script = served && (version === void 0 ? served.script : await context.registry.version(served, version));
  if (!served || !script) {
    throw new HttpError(404, served ? "unknown_version" : "unknown_site", "there is no such script");
  }
  const encoding = negotiateEncoding(request.headers["accept-encoding"]);
  const etag = `"${script.version}${encoding === "identity" ? "" : `-${encoding}`}"`;
  const headers = {
    "Cache-Control": version === void 0 ? CURRENT : IMMUTABLE,
    ETag: etag,
    Vary: "Accept-Encoding",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, X-Mgt-Version",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Mgt-Version": script.version
  };
  if (matchesEtag(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const bodies = { br: script.brotli, gzip: script.gzip, identity: script.body };
  const body = bodies[encoding];
  headers["Content-Type"] = "text/javascript; charset=utf-8";
  headers["Content-Length"] = body.length;
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  response.writeHead(200, headers).end(body);
}
function matchesEtag(header, etag) {
  if (header === void 0) return false;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}

// src/endpoint/http/handlers/operator.ts
function getHealth(exchange) {
  sendJson(exchange, 200, { status: "ok" });
}
async function getReadiness(exchange) {
  const { context } = exchange;
  if (!context.registry.loaded || context.closing)
    throw comeBack(503, "not_ready", "starting or stopping", 1);
  await checkStore(context);
  sendJson(exchange, 200, { status: "ready" });
}
var CHECK_LIFE = 1e3;
var checks = /* @__PURE__ */ new WeakMap();
function checkStore(context) {
  const now = Date.now();
  let check = checks.get(context);
  if (!check || now - check.at > CHECK_LIFE) {
    check = { at: now, writable: context.store.check() };
    checks.set(context, check);
  }
  return check.writable;
}
function getMetrics(exchange) {
  const { metrics, registry, store } = exchange.context;
  const text2 = metrics.text({
    mgt_sites: { help: "Sites in force.", value: registry.all().length },
    mgt_store_waiting: { help: "Requests that wait for their commit.", value: store.waiting() },
    process_resident_memory_bytes: { help: "Resident memory.", value: process.memoryUsage.rss() },
    process_uptime_seconds: { help: "Time since the start.", value: process.uptime() }
  });
  sendText(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", text2);
}

// src/endpoint/ingest/correctedTime.ts
var DAY = 864e5;
function correctedTime(at, sent, received, visitorDays) {
  const time2 = Math.round(at + received - sent);
  return Math.min(received, Math.max(received - visitorDays * DAY, time2));
}

// src/endpoint/ingest/schemas.ts
var MAX_URL = 8192;
var MAX_VALUE = 512;
var MAX_NAME = 64;
var MAX_TRACKING_IDS = 50;
var MAX_TIME = 864e13;
var MAX_PAGES = 1e6;
var HEX = "[0-9a-fA-F]";
var uuid = { type: "string", pattern: `^${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}$` };
var uuidV4 = { type: "string", pattern: `^${HEX}{8}-${HEX}{4}-4${HEX}{3}-[89abAB]${HEX}{3}-${HEX}{12}$` };
var text = (maxLength) => ({ type: "string", maxLength });
var siteKey = { type: "string", minLength: 1, maxLength: 64 };
var time = { type: "number", minimum: 0, maximum: MAX_TIME };
var pages = { type: "integer", minimum: 1, maximum: MAX_PAGES };
var pageUrl = { ...text(MAX_URL), format: "page-url" };
var phone = { type: "string", pattern: "^\\+[0-9]{3,15}$" };
var receipt = { type: "string", pattern: "^[0-9A-Za-z_-]{0,64}$" };
var names = { minLength: 1, maxLength: MAX_NAME };
var condition = text(MAX_NAME);
var source = text(256);
var eventsSchema = {
  type: "object",
  required: ["site", "visitor", "sent", "events"],
  properties: {
    site: siteKey,
    visitor: uuidV4,
    sent: time,
    consent: receipt,
    events: {
      type: "array",
      maxItems: MAX_EVENTS_PER_BODY,
      items: {
        type: "object",
        required: ["type"],
        properties: { type: { enum: ["entry", "pages", "page", "call_click"] } }
      }
    }
  }
};
var trackingIds = {
  type: "object",
  maxProperties: MAX_TRACKING_IDS,
  propertyNames: names,
  additionalProperties: {
    type: ["string", "object"],
    maxLength: MAX_VALUE,
    maxProperties: MAX_TRACKING_IDS,
    propertyNames: names,
    additionalProperties: text(MAX_VALUE)
  }
};
var EVENT_SCHEMAS = {
  entry: {
    type: "object",
    required: ["id", "at", "landing", "source", "channel"],
    properties: {
      id: uuid,
      at: time,
      landing: pageUrl,
      referrer: text(MAX_URL),
      tracking_ids: trackingIds,
      condition,
      source,
      channel: { enum: [...CHANNELS, "internal"] }
    }
  },
  pages: { type: "object", required: ["id", "at", "pages"], properties: { id: uuid, at: time, pages } },
  page: {
    type: "object",
    required: ["id", "at", "url", "pages"],
    properties: { id: uuid, at: time, url: pageUrl, pages }
  },
  call_click: {
    type: "object",
    required: ["id", "at", "number"],
    properties: {
      id: uuid,
      at: time,
      number: phone,
      tracked: { type: "string", pattern: "^(\\+[0-9]{3,15})?$" },
      condition
    }
  }
};
var consentSchema = {
  type: "object",
  required: ["id", "site", "receipt", "at", "status"],
  properties: {
    id: uuid,
    site: siteKey,
    visitor: { type: "string", pattern: `^(${uuidV4.pattern.slice(1, -1)})?$` },
    receipt: { ...receipt, minLength: 1 },
    at: time,
    status: { enum: ["granted", "withdrawn"] },
    manager: text(64),
    manager_version: text(64),
    key: text(256),
    // A TC string with many publisher restrictions takes several thousand characters.
    signal: text(16384),
    notice: text(256),
    script: text(64)
  }
};
var numbersSchema = {
  type: "object",
  required: ["site"],
  properties: {
    site: siteKey,
    condition,
    source,
    method: { enum: ["entry", "carry", ""] }
  }
};
var visitorSchema = {
  type: "object",
  required: ["site", "visitor"],
  properties: { site: siteKey, visitor: uuidV4 }
};

// src/endpoint/ingest/minimise.ts
function countReason(dropped, reason, count = 1) {
  if (count > 0) dropped.set(reason, (dropped.get(reason) ?? 0) + count);
}
function unknownKeys(value, known) {
  let unknown = 0;
  for (const key of Object.keys(value)) if (!Object.hasOwn(known, key)) unknown++;
  return unknown;
}
var EVENT_FIELDS = Object.fromEntries(
  Object.entries(EVENT_SCHEMAS).map(([type, { properties }]) => [type, { type: true, ...properties }])
);
function minimise(body, site, clean, received) {
  const collected = collectedTypes(site);
  const dropped = /* @__PURE__ */ new Map();
  countReason(dropped, "field", unknownKeys(body, eventsSchema.properties));
  const arrival = { site: site.key, visitor: body.visitor.toLowerCase(), events: [], days: {} };
  for (const event of body.events) {
    if (!collected.includes(event.type)) {
      countReason(dropped, "mode");
      continue;
    }
    countReason(dropped, "field", unknownKeys(event, EVENT_FIELDS[event.type]));
    const at = correctedTime(event.at, body.sent, received, site.visitorDays);
    const id = event.id.toLowerCase();
    const base = { id, type: event.type, at, consent: body.consent ?? "" };
    const fields = ownFields(event, site, clean);
    if (event.type === "entry")
      countReason(dropped, "field", unknownKeys(event.tracking_ids ?? {}, fields.tracking_ids ?? {}));
    arrival.events.push({ ...base, ...fields });
    if (event.type === "pages") arrival.days[id] = localDay(at, site.timeZone);
  }
  return { arrival, dropped };
}
function ownFields(event, site, clean) {
  switch (event.type) {
    case "entry":
      return {
        landing: clean(event.landing),
        referrer: clean(event.referrer ?? "") || "direct",
        tracking_ids: keptTrackingIds(event.tracking_ids ?? {}, site.trackingIds.add),
        condition: event.condition ?? "",
        source: event.source,
        channel: event.channel
      };
    case "pages":
      return { pages: event.pages };
    case "page":
      return { url: clean(event.url), pages: event.pages };
    case "call_click":
      return { number: event.number, tracked: event.tracked ?? "", condition: event.condition ?? "" };
  }
}

// src/endpoint/ingest/validator.ts
import { Ajv } from "ajv";
var ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false });
ajv.addFormat("page-url", (url) => /^https?:\/\//i.test(url) && URL.canParse(url));
var PROBLEMS = {
  required: { code: "required", say: () => "is missing" },
  type: { code: "type", say: ({ type }) => `must be of type ${[type].flat().join(" or ")}` },
  enum: { code: "enum", say: ({ allowedValues }) => `must be one of ${JSON.stringify(allowedValues)}` },
  format: { code: "format", say: () => "is no URL of a page" },
  pattern: { code: "format", say: () => "does not have the required form" },
  minLength: { code: "too_short", say: ({ limit }) => `must have at least ${limit} characters` },
  maxLength: { code: "too_long", say: ({ limit }) => `must have at most ${limit} characters` },
  minimum: { code: "range", say: ({ limit }) => `must be at least ${limit}` },
  maximum: { code: "range", say: ({ limit }) => `must be at most ${limit}` },
  maxItems: { code: "too_many", say: ({ limit }) => `must have at most ${limit} items` },
  maxProperties: { code: "too_many", say: ({ limit }) => `must have at most ${limit} keys` }
};
function validator(schema) {
  const validate = ajv.compile(schema);
  return (value, at = "") => {
    if (validate(value)) return;
    const errors = validate.errors ?? [];
    const error = errors.find(({ keyword }) => keyword in PROBLEMS) ?? errors[0];
    const problem = PROBLEMS[error?.keyword ?? ""];
    const path = bodyPath(at, error);
    const says = problem?.say(error?.params ?? {}) ?? "is not valid";
    throw new HttpError(400, problem?.code ?? "invalid", `${path || "the body"} ${says}`, { path });
  };
}
function bodyPath(at, error) {
  const keys = (error?.instancePath ?? "").split("/").slice(1);
  const names2 = keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (error?.keyword === "required") names2.push(error.params.missingProperty);
  let path = at;
  for (const name of names2) {
    if (/^\d+$/.test(name)) path += `[${name}]`;
    else if (/^[\w$-]+$/.test(name)) path += path === "" ? name : `.${name}`;
    else path += `[${JSON.stringify(name.slice(0, 64))}]`;
  }
  return path;
}

// src/endpoint/http/readBody.ts
import { isUtf8 } from "node:buffer";
var MEDIA_TYPES = /^(?:text\/plain|application\/json)\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?;?\s*$/i;
async function readJson(request) {
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!MEDIA_TYPES.test(type)) {
    throw new HttpError(415, "unsupported_media_type", "send text/plain or application/json, in UTF-8");
  }
  if (encoding.toLowerCase() !== "identity") {
    throw new HttpError(415, "unsupported_encoding", "send the body without a Content-Encoding");
  }
  const body = await readBytes(request);
  if (!isUtf8(body)) throw new HttpError(400, "invalid_utf8", "the body is not UTF-8");
  try {
    return JSON.parse(wellFormed(body.toString("utf8")));
  } catch {
    throw new HttpError(400, "invalid_json", "the body is not JSON");
  }
}
var ESCAPES = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|.)/g;
function wellFormed(json) {
  if (!/\\u[dD][89a-fA-F]/.test(json)) return json;
  return json.replace(ESCAPES, (written, half) => half ? "\\ufffd" : written);
}
function readBytes(request) {
  if (announcesTooMuch(request)) return Promise.reject(tooLarge());
  return new Promise((resolve3, reject) => {
    const chunks = [];
    let size = 0;
    request.on("data", (chunk) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) {
        chunks.push(chunk);
        return;
      }
      request.removeAllListeners("data").pause();
      reject(tooLarge());
    });
    request.on("end", () => {
      const [only] = chunks;
      resolve3(chunks.length === 1 && only ? only : Buffer.concat(chunks));
    });
    request.on("error", () => reject(new HttpError(400, "incomplete_body", "the body ended early")));
  });
}
function announcesTooMuch(request) {
  return Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES;
}
function tooLarge() {
  return new HttpError(413, "too_large", `the body has more than ${MAX_BODY_BYTES} bytes`);
}

// src/endpoint/http/admitPage.ts
async function admitPage(exchange, limit) {
  const { request, context } = exchange;
  context.limits.take(request, limit);
  const body = await readJson(request);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new HttpError(400, "type", "the body must be an object");
  }
  const { site } = body;
  if (site === void 0) throw new HttpError(400, "required", "site is missing", { path: "site" });
  if (typeof site !== "string")
    throw new HttpError(400, "type", "site must be of type string", { path: "site" });
  const served = context.registry.find(site);
  if (!served) throw new HttpError(404, "unknown_site", "no site has this key", { path: "site" });
  return { body, served, origin: admitOrigin(exchange, served) };
}
function admitOrigin(exchange, served) {
  const { origin, authorization } = exchange.request.headers;
  if (origin !== void 0 && served.allows(origin)) return origin;
  if (authorization !== void 0 && exchange.context.settings.adminToken !== "") {
    requireAdmin(exchange);
    return "";
  }
  throw origin === void 0 ? new HttpError(403, "origin_missing", "the request has no Origin") : new HttpError(403, "origin_not_allowed", "the site does not list this Origin");
}

// src/endpoint/http/countDropped.ts
function countDropped({ store, metrics }, { site }, dropped) {
  if (dropped.size === 0) return;
  const day2 = localDay(Date.now(), site.timeZone);
  for (const [reason, count] of dropped) {
    store.countDropped(site.key, day2, reason, count);
    metrics.add("mgt_dropped_total", { site: site.key, reason }, count);
  }
}

// src/endpoint/http/handlers/postConsents.ts
var checkRecord = validator(consentSchema);
async function postConsents(exchange) {
  const { context, request } = exchange;
  const { body, served, origin } = await admitPage(exchange, "consents");
  const cors = siteCors(origin, served);
  if (context.bots.isBot(request)) {
    countDropped(context, served, /* @__PURE__ */ new Map([["bot", 1]]));
    return noContent(exchange, cors);
  }
  checkRecord(body);
  const dropped = /* @__PURE__ */ new Map();
  if (!needsConsent(served.site)) {
    countReason(dropped, "mode");
  } else {
    countReason(dropped, "field", unknownKeys(body, consentSchema.properties));
    const record = loggedConsent(body, served, origin);
    if (body.visitor && record.visitor === "") countReason(dropped, "mode");
    await context.store.addConsent(record);
    context.metrics.add("mgt_consents_total", { site: record.site, status: record.status });
  }
  countDropped(context, served, dropped);
  noContent(exchange, cors);
}
function loggedConsent(body, { site, script: current, versions }, origin) {
  const { id, receipt: receipt2, status, script = "" } = body;
  const linked = collectedTypes(site).length > 0 && status === "granted";
  const served = [current, ...versions.values()].find(({ build: build2 }) => build2 === script);
  return {
    id: id.toLowerCase(),
    site: site.key,
    visitor: linked ? (body.visitor ?? "").toLowerCase() : "",
    receipt: receipt2,
    at: Math.round(body.at),
    status,
    manager: body.manager ?? "",
    manager_version: body.manager_version ?? "",
    key: body.key ?? "",
    signal: body.signal ?? "",
    notice: body.notice ?? "",
    script,
    time: Date.now(),
    origin,
    served: served?.version ?? ""
  };
}

// src/endpoint/http/visitorCookie.ts
var DAY2 = 864e5;
function visitorCookie({ cookieDomain, visitorDays }, visitor, since, origin, now) {
  if (since === void 0) return void 0;
  const seconds = Math.floor((since + visitorDays * DAY2 - now) / 1e3);
  if (seconds <= 0) return void 0;
  const attributes = [`mgt_visitor=${visitor}`, "Path=/", `Max-Age=${seconds}`, "SameSite=Lax"];
  if (cookieDomain !== "") attributes.push(`Domain=${cookieDomain}`);
  if (origin.startsWith("https:")) attributes.push("Secure");
  return attributes.join("; ");
}

// src/endpoint/http/handlers/postEvents.ts
var checkBody = validator(eventsSchema);
var checkEvent = {
  entry: validator(EVENT_SCHEMAS.entry),
  pages: validator(EVENT_SCHEMAS.pages),
  page: validator(EVENT_SCHEMAS.page),
  call_click: validator(EVENT_SCHEMAS.call_click)
};
async function postEvents(exchange) {
  const { context, request } = exchange;
  const received = Date.now();
  const { body, served, origin } = await admitPage(exchange, "events");
  const cors = siteCors(origin, served);
  if (context.bots.isBot(request)) {
    const events = Array.isArray(body.events) ? body.events.length : 1;
    countDropped(context, served, /* @__PURE__ */ new Map([["bot", Math.max(1, events)]]));
    return noContent(exchange, cors);
  }
  checkBody(body);
  for (const [index, event] of body.events.entries()) {
    const check = checkEvent[event.type];
    check(event, `events[${index}]`);
  }
  const { arrival, dropped } = minimise(body, served.site, served.cleanUrl, received);
  countDropped(context, served, dropped);
  if (arrival.events.length > 0) {
    await context.store.append(arrival);
    for (const { type } of arrival.events)
      context.metrics.add("mgt_events_total", { site: arrival.site, type });
  }
  if (served.site.cookie === "server" && origin !== "") {
    const since = await context.store.since(arrival.site, arrival.visitor);
    const cookie = visitorCookie(served.site, arrival.visitor, since, origin, received);
    if (cookie) return noContent(exchange, { ...cors, "Set-Cookie": cookie });
  }
  noContent(exchange, cors);
}

// src/endpoint/http/handlers/postForget.ts
var checkVisitor = validator(visitorSchema);
async function postForget(exchange) {
  const { body, served, origin } = await admitPage(exchange, "forget");
  checkVisitor(body);
  const visitor = body.visitor.toLowerCase();
  if (origin === "") await logAccess(exchange, "forget", served.site.key, visitor);
  await exchange.context.store.erase(served.site.key, visitor);
  noContent(exchange, siteCors(origin, served));
}

// src/endpoint/http/handlers/postExport.ts
async function postExport(exchange) {
  const { body, served, origin } = await admitPage(exchange, "export");
  checkVisitor(body);
  const visitor = body.visitor.toLowerCase();
  if (origin === "") await logAccess(exchange, "export", served.site.key, visitor);
  const copy = await exchange.context.store.copy(served.site.key, visitor);
  sendJson(exchange, 200, copy, siteCors(origin, served));
}

// src/endpoint/http/handlers/postNumbers.ts
var checkBody2 = validator(numbersSchema);
var TTL = { observed: 1800, guessed: 300 };
async function postNumbers(exchange) {
  const { context, request } = exchange;
  const { body, served, origin } = await admitPage(exchange, "numbers");
  const { site, priors } = served;
  if (site.probabilistic === "off") {
    throw new HttpError(403, "probabilistic_off", "the site's configuration does not allow it");
  }
  checkBody2(body);
  const { condition: condition2 = "", source: source2 = "", method = "" } = body;
  const known = site.conditions.find(({ id }) => id === condition2);
  if (condition2 !== "" && !known) {
    throw new HttpError(400, "unknown_condition", "condition is none of the site's", { path: "condition" });
  }
  const now = Date.now();
  const bot = context.bots.isBot(request);
  if (bot) countDropped(context, served, /* @__PURE__ */ new Map([["bot", 1]]));
  let answer;
  if (method === "") {
    const { condition: likeliest, confidence } = priors.likeliest(
      site.conditions.map(({ id }) => id),
      now
    );
    const source3 = site.conditions.find(({ id }) => id === likeliest)?.source ?? "";
    answer = {
      to_swap: trackedNumbers(site, likeliest),
      condition: likeliest,
      source: source3,
      confidence,
      method: "prior",
      ttl: TTL.guessed
    };
  } else {
    if (method === "entry" && !bot) priors.observe(condition2, now);
    answer = {
      to_swap: trackedNumbers(site, condition2),
      condition: condition2,
      source: known?.source ?? source2,
      confidence: 1,
      method,
      ttl: TTL.observed
    };
  }
  context.metrics.add("mgt_numbers_total", { site: site.key, method: answer.method });
  sendJson(exchange, 200, answer, siteCors(origin, served));
}
function trackedNumbers(site, condition2) {
  const numbers = site.conditions.find(({ id }) => id === condition2)?.numbers ?? {};
  return site.numbers.flatMap(({ id, number, tracked }) => {
    const shown = Object.hasOwn(numbers, id) ? numbers[id] : tracked;
    return shown ? [{ number, tracked: shown }] : [];
  });
}

// src/endpoint/http/routes.ts
var ROUTES = [
  { name: "events", path: "/v1/events", audience: "page", methods: { POST: postEvents } },
  { name: "consents", path: "/v1/consents", audience: "page", methods: { POST: postConsents } },
  { name: "numbers", path: "/v1/numbers", audience: "page", methods: { POST: postNumbers } },
  { name: "forget", path: "/v1/forget", audience: "page", methods: { POST: postForget } },
  { name: "export", path: "/v1/export", audience: "page", methods: { POST: postExport } },
  { name: "health", path: "/healthz", audience: "operator", methods: { GET: getHealth } },
  { name: "readiness", path: "/readyz", audience: "operator", methods: { GET: getReadiness } },
  { name: "metrics", path: "/metrics", audience: "operator", methods: { GET: getMetrics } },
  {
    name: "script",
    path: /^\/([a-z0-9-]{3,64})(?:\.([0-9a-f]{12}))?\.js$/,
    audience: "page",
    methods: { GET: getScript }
  },
  { name: "report", path: /^\/v1\/sites\/([^/]+)\/report$/, audience: "admin", methods: { GET: getReport } },
  {
    name: "visitor",
    path: /^\/v1\/sites\/([^/]+)\/visitors\/([^/]+)$/,
    audience: "admin",
    methods: { GET: getVisitor, DELETE: deleteVisitor }
  },
  {
    name: "consent_log",
    path: /^\/v1\/sites\/([^/]+)\/consents$/,
    audience: "admin",
    methods: { GET: getConsents }
  }
];

// src/endpoint/http/Dispatcher.ts
var Dispatcher = class {
  #context;
  #extra;
  #literal = /* @__PURE__ */ new Map();
  #patterns = [];
  constructor(context, extra) {
    this.#context = context;
    this.#extra = [...extra].sort((a, b) => b.prefix.length - a.prefix.length);
    for (const route of ROUTES) {
      if (typeof route.path === "string") this.#literal.set(route.path, route);
      else this.#patterns.push({ route, path: route.path });
    }
  }
  async handle(request, response) {
    const context = this.#context;
    const target = (request.url ?? "/").replace(/^https?:\/\/[^/?]*/i, "");
    const question = target.indexOf("?");
    const path = (question < 0 ? target : target.slice(0, question)) || "/";
    const { route, parameters } = this.#match(path);
    const query = question < 0 ? "" : target.slice(question + 1);
    const exchange = { request, response, context, parameters, query };
    if (context.closing) response.shouldKeepAlive = false;
    try {
      if (route) await this.#answer(exchange, route);
      else await this.#answerExtra(exchange, path);
    } catch (error) {
      sendError(exchange, asHttpError(error, context));
    }
    context.metrics.add("mgt_requests_total", { route: route?.name ?? "other", status: response.statusCode });
  }
  #match(path) {
    const literal = this.#literal.get(path);
    if (literal) return { route: literal, parameters: [] };
    for (const pattern of this.#patterns) {
      const [whole, ...parameters] = pattern.path.exec(path) ?? [];
      if (whole !== void 0) return { route: pattern.route, parameters };
    }
    return { parameters: [] };
  }
  async #answer(exchange, { audience, methods }) {
    const { request, context } = exchange;
    const { method = "" } = request;
    if (audience !== "operator" && !context.registry.loaded) throw compiling();
    const allowed = Object.keys(methods).flatMap((name) => name === "GET" ? ["GET", "HEAD"] : [name]);
    const allow = [...allowed, "OPTIONS"].join(", ");
    if (audience === "admin" && (method !== "OPTIONS" || context.settings.adminToken === ""))
      requireAdmin(exchange);
    if (method === "OPTIONS") {
      const cors = audience === "page" ? preflight(exchange, allowed.join(", ")) : {};
      return noContent(exchange, { Allow: allow, ...cors });
    }
    const handler = methods[method === "HEAD" ? "GET" : method];
    if (!handler || !allowed.includes(method)) throw notAllowed(allow);
    await handler(exchange);
  }
  async #answerExtra({ request, response }, path) {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const matching = this.#extra.filter(
      ({ prefix }) => prefix === "/" ? path === prefix : path.startsWith(prefix)
    );
    const route = matching.find((candidate) => candidate.method === method);
    if (route) {
      if (!this.#context.registry.loaded) throw compiling({ Refresh: "1" });
      const url = URL.parse(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
      if (!url) throw new HttpError(400, "invalid_url", "the address cannot be read");
      await route.handle(request, response, url);
      return;
    }
    if (matching.length === 0) throw new HttpError(404, "unknown_route", "there is nothing here");
    const allowed = matching.map((found) => found.method === "GET" ? "GET, HEAD" : found.method);
    throw notAllowed([...new Set(allowed)].join(", "));
  }
};
function preflight({ request, context }, methods) {
  return {
    ...openCors(request.headers.origin, context.registry),
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400"
  };
}
function notAllowed(allow) {
  return new HttpError(405, "method_not_allowed", `the methods here are ${allow}`, {
    headers: { Allow: allow }
  });
}
function compiling(headers = {}) {
  return comeBack(503, "not_ready", "the scripts are being compiled", 1, headers);
}
function asHttpError(error, context) {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreUnavailable) {
    context.log({
      log: "error",
      time: (/* @__PURE__ */ new Date()).toISOString(),
      code: "store_unavailable",
      message: error.message
    });
    return comeBack(503, "store_unavailable", "the store cannot take it now", 2);
  }
  const message = error instanceof Error ? error.stack ?? error.message : String(error);
  context.log({ log: "error", time: (/* @__PURE__ */ new Date()).toISOString(), code: "internal", message });
  return new HttpError(500, "internal", "something went wrong here");
}

// src/endpoint/http/Metrics.ts
var HELP = {
  mgt_requests_total: "Requests answered, by route and status.",
  mgt_events_total: "Events acknowledged, by site and type.",
  mgt_dropped_total: "Events, fields and requests not kept, by site and reason.",
  mgt_consents_total: "Consent records acknowledged, by site and status.",
  mgt_numbers_total: "Answers of level 1, by site and method."
};
var Metrics = class {
  #counters = /* @__PURE__ */ new Map();
  add(name, labels, count = 1) {
    let key = name;
    for (const label in labels) key += `\0${labels[label]}`;
    const counter = this.#counters.get(key);
    if (counter) counter.value += count;
    else this.#counters.set(key, { name, labels: render(labels), value: count });
  }
  /** @param gauges name → help and value now */
  text(gauges) {
    const lines = [];
    for (const [name, help] of Object.entries(HELP)) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
      for (const counter of this.#counters.values()) {
        if (counter.name === name) lines.push(`${name}${counter.labels} ${counter.value}`);
      }
    }
    for (const [name, { help, value }] of Object.entries(gauges)) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
    }
    return `${lines.join("\n")}
`;
  }
};
function render(labels) {
  const pairs = Object.entries(labels).map(([name, value]) => {
    const escaped = String(value).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
    return `${name}="${escaped}"`;
  });
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

// src/endpoint/http/RateLimits.ts
import { createHmac, randomBytes } from "node:crypto";

// src/endpoint/http/clientAddress.ts
import { BlockList, isIP } from "node:net";
function trustedProxies(list) {
  const trusted = new BlockList();
  for (const part of list.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", prefix] = part.split("/");
    const family = FAMILIES[isIP(address)];
    const bits = Number(prefix ?? family?.bits);
    if (!family || !Number.isInteger(bits) || bits < 0 || bits > family.bits || prefix === "") {
      throw new TypeError(`MGT_TRUST_PROXY: "${part}" is neither an address nor a prefix`);
    }
    trusted.addSubnet(address, bits, family.name);
  }
  return trusted;
}
var FAMILIES = {
  4: { name: "ipv4", bits: 32 },
  6: { name: "ipv6", bits: 128 }
};
function clientAddress(request, trusted) {
  let client = plainAddress(request.socket.remoteAddress ?? "");
  const forwarded = request.headers["x-forwarded-for"];
  if (forwarded === void 0) return client;
  const hops = String(forwarded).split(",").map((hop) => plainAddress(hop.trim()));
  while (hops.length > 0 && isTrusted(client, trusted)) {
    const hop = hops.pop() ?? "";
    if (isIP(hop) === 0) break;
    client = hop;
  }
  return client;
}
function isTrusted(address, trusted) {
  const family = FAMILIES[isIP(address)];
  return family !== void 0 && trusted.check(address, family.name);
}
function plainAddress(address) {
  const bare = address.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return bare.replace(/^::ffff:(?=\d+\.)/i, "");
}
function limitedPrefix(address) {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === void 0 || tail === "" ? [] : tail.split(":");
  const zeros = tail === void 0 ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array(zeros).fill("0"), ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}

// src/endpoint/http/RateLimits.ts
var LIMITS = {
  events: { burst: 2e4, perMinute: 12e3 },
  consents: { burst: 2e3, perMinute: 1200 },
  numbers: { burst: 5e3, perMinute: 3e3 },
  forget: { burst: 10, perMinute: 10 },
  export: { burst: 10, perMinute: 10 },
  /** Wrong admin tokens. */
  admin: { burst: 10, perMinute: 10 }
};
var SWEEP_EVERY = 6e4;
var SALT_LIFE = 24 * 36e5;
var RateLimits = class {
  #trusted;
  #factor;
  #buckets = /* @__PURE__ */ new Map();
  #sweeper;
  /** Hash of a direct connection's address: one per connection instead of one per request. */
  #direct = /* @__PURE__ */ new WeakMap();
  #salt = randomBytes(32);
  #salted = Date.now();
  /** @param factor `MGT_RATE`: on all limits; 0 switches them off */
  constructor(trusted, factor) {
    this.#trusted = trusted;
    this.#factor = factor;
    if (factor > 0) this.#sweeper = setInterval(() => this.#sweep(Date.now()), SWEEP_EVERY).unref();
  }
  /** Takes one token, or throws the 429. */
  take(request, name) {
    if (this.#factor === 0) return;
    const bucket = this.#bucket(request, name);
    if (bucket.tokens < 1) {
      const wait = (1 - bucket.tokens) / this.#perSecond(name);
      throw comeBack(429, "rate_limited", "too many requests from this address", wait);
    }
    bucket.tokens -= 1;
  }
  close() {
    clearInterval(this.#sweeper);
  }
  #bucket(request, name) {
    const now = Date.now();
    const full = this.#full(name);
    const key = name + this.#hash(request);
    const bucket = this.#buckets.get(key);
    if (!bucket) {
      const fresh = { tokens: full, filled: now };
      this.#buckets.set(key, fresh);
      return fresh;
    }
    const gained = Math.max(0, now - bucket.filled) / 1e3 * this.#perSecond(name);
    bucket.tokens = Math.min(full, bucket.tokens + gained);
    bucket.filled = now;
    return bucket;
  }
  #full(name) {
    return Math.max(1, LIMITS[name].burst * this.#factor);
  }
  #perSecond(name) {
    return LIMITS[name].perMinute * this.#factor / 60;
  }
  #hash(request) {
    const direct = request.headers["x-forwarded-for"] === void 0;
    const known = direct ? this.#direct.get(request.socket) : void 0;
    if (known !== void 0) return known;
    const prefix = limitedPrefix(clientAddress(request, this.#trusted));
    const hash = createHmac("sha256", this.#salt).update(prefix).digest("base64");
    if (direct) this.#direct.set(request.socket, hash);
    return hash;
  }
  /** Forgets the buckets that are full again, and everything with the salt. */
  #sweep(now) {
    if (now - this.#salted > SALT_LIFE) {
      this.#salt.fill(0);
      this.#salt = randomBytes(32);
      this.#salted = now;
      this.#direct = /* @__PURE__ */ new WeakMap();
      this.#buckets.clear();
    }
    for (const [key, { tokens, filled }] of this.#buckets) {
      const name = key.slice(0, -HASH_LENGTH);
      if (tokens + (now - filled) / 1e3 * this.#perSecond(name) >= this.#full(name))
        this.#buckets.delete(key);
    }
  }
};
var HASH_LENGTH = 44;

// src/vocabulary/cleanUrl.ts
var EMAIL_OR_PHONE = /[^\s/@?&=]{1,64}@[^\s/@?&=]{1,255}|(\+|%2B|\b00?)[1-9]([\s().-]{0,3}\d){7,15}/g;
var TOKEN = /eyJ[\w.-]{9,}|([\da-fA-F]{4,8}-){4}[\da-fA-F]{12}|(?=[A-Za-z_]{0,40}\d)(?=\d{0,40}[A-Za-z_])\w{20,}/g;
function cleanUrl(href, keeps, keepsAsItIs) {
  const url = parseUrl(href);
  if (!url) return "";
  const cut = (text2, mayHoldToken) => {
    const safe = text2.replace(EMAIL_OR_PHONE, "*");
    return mayHoldToken ? safe : safe.replace(TOKEN, "*");
  };
  const query = [...url.searchParams].filter(([name]) => keeps(name)).map(([name, value]) => [name, cut(value, keepsAsItIs(name))]);
  const path = cut(url.pathname.replace(/%40/g, "@"));
  return `${url.protocol}//${url.host}${path}${`?${new URLSearchParams(query)}`.replace(/^\?$/, "")}`;
}

// src/endpoint/ingest/urlCleaner.ts
var MAX_KNOWN = 1e3;
function urlCleaner({ params }) {
  const names2 = new Set(params);
  const keeps = (name) => names2.has(name) || params.some((pattern) => matchesPattern(pattern, name));
  const known = /* @__PURE__ */ new Set();
  return (url) => {
    if (known.has(url)) return url;
    const cleaned = cleanUrl(url, keeps, (name) => names2.has(name));
    if (cleaned === url) {
      if (known.size >= MAX_KNOWN) known.clear();
      known.add(url);
    }
    return cleaned;
  };
}

// src/endpoint/recognition/Priors.ts
var TAU = 12 * 36e5;
var SHRINK = 10;
var ENOUGH = 0.5;
var Priors = class {
  #weights = /* @__PURE__ */ new Map();
  #total = 0;
  #updated = 0;
  /** @param condition a condition of the site's configuration, or `""` @param now ms */
  observe(condition2, now) {
    this.#decay(now);
    this.#weights.set(condition2, (this.#weights.get(condition2) ?? 0) + 1);
    this.#total += 1;
  }
  /** @param conditions those of the configuration in force */
  likeliest(conditions, now) {
    this.#decay(now);
    let best = "";
    let weight = 0;
    for (const condition2 of conditions) {
      const candidate = this.#weights.get(condition2) ?? 0;
      if (candidate > weight) [best, weight] = [condition2, candidate];
    }
    const share = weight / (this.#total + SHRINK);
    const confidence = Math.min(15, Math.round(share * 16)) / 16;
    return { condition: share >= ENOUGH ? best : "", confidence };
  }
  #decay(now) {
    const factor = Math.exp(-Math.max(0, now - this.#updated) / TAU);
    this.#updated = Math.max(now, this.#updated);
    this.#total *= factor;
    for (const [condition2, weight] of this.#weights) this.#weights.set(condition2, weight * factor);
  }
};

// src/endpoint/http/originCheck.ts
var ORIGIN = /^https?:\/\/[^\s/?#@\\]+$/i;
function originCheck(patterns) {
  const wanted = patterns.map((pattern) => pattern.toLowerCase());
  const exact = new Set(wanted);
  const globs = wanted.filter((pattern) => pattern.includes("*"));
  return (origin) => {
    if (exact.has(origin)) return !origin.includes("*");
    if (!ORIGIN.test(origin)) return false;
    const given = origin.toLowerCase();
    if (given.includes("*")) return false;
    return exact.has(given) || globs.some((pattern) => matchesPattern(pattern, given));
  };
}

// src/endpoint/http/SiteRegistry.ts
var KEPT_VERSIONS = 20;
var SiteRegistry = class {
  #sites = /* @__PURE__ */ new Map();
  #compile;
  #archive;
  #loads = 0;
  #loaded = false;
  /** @param archive keeps versions over a restart; without it they last as long as the process */
  constructor(compile, archive) {
    this.#compile = compile;
    this.#archive = archive;
  }
  get loaded() {
    return this.#loaded;
  }
  find(key) {
    return this.#sites.get(key);
  }
  /** A version of a site's script: one of this process, or one that an earlier one has left. */
  async version({ site, versions }, version) {
    const known = versions.get(version) ?? await this.#archive?.find(site.key, version);
    if (known && !versions.has(version)) remember(versions, known);
    return known;
  }
  all() {
    return [...this.#sites.values()];
  }
  /** Compiles every site's script, then puts them in force. Rejects, and changes nothing, when one fails. */
  async load(sites) {
    const load = ++this.#loads;
    const scripts = await Promise.all(sites.map(this.#compile));
    await this.#archive?.keep(sites.map(({ key }, index) => ({ key, script: scripts[index] })));
    if (load !== this.#loads) return;
    const next = /* @__PURE__ */ new Map();
    for (const [index, site] of sites.entries()) {
      const script = scripts[index];
      if (!script) continue;
      const before = this.#sites.get(site.key);
      const versions = before?.versions ?? /* @__PURE__ */ new Map();
      remember(versions, script);
      next.set(site.key, {
        site,
        cleanUrl: urlCleaner(site),
        allows: originCheck(site.origins),
        script,
        versions,
        priors: before?.priors ?? new Priors()
      });
    }
    this.#sites = next;
    this.#loaded = true;
  }
  /** Whether a page of this origin may send credentials: it then needs exact CORS headers, on errors too. */
  sendsCredentials(origin) {
    return this.all().some(({ site, allows }) => site.cookie === "server" && allows(origin));
  }
};
function remember(versions, script) {
  versions.delete(script.version);
  versions.set(script.version, script);
  const [oldest = ""] = versions.keys();
  if (versions.size > KEPT_VERSIONS) versions.delete(oldest);
}

// src/endpoint/script/compileScript.ts
import { join } from "node:path";
import { build } from "esbuild";

// src/endpoint/script/buildId.ts
import { createHash as createHash2 } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
var PLACEHOLDER = "{build id}";
var BUILD_PLACEHOLDER = JSON.stringify(PLACEHOLDER);
var sha256 = (text2) => createHash2("sha256").update(text2).digest("hex");
function buildId(inputs, folder, configuration = "") {
  const contents = Object.keys(inputs).filter((path) => path.endsWith("js") || path.endsWith("ts")).filter((path) => !path.startsWith("<")).map((path) => readFileSync(resolve(folder, path), "utf8")).map((text2) => sha256(text2.replaceAll("\r\n", "\n").replace(/\b(from|import) "[^"]+"/g, "$1")));
  return sha256([...contents.sort(), configuration].join("\n")).slice(0, 12);
}
var withBuildId = (code, id) => code.replace(PLACEHOLDER, id);

// src/endpoint/script/minifyScript.ts
import { minify } from "terser";

// src/endpoint/script/privateNames.ts
var PRIVATE_NAMES = [
  "addView",
  "closeOutbox",
  "collectEvent",
  "commands",
  "consentInForce",
  "copyVisitor",
  "deeds",
  "forgetVisitor",
  "hasSpoken",
  "hearManagers",
  "inForce",
  "isAny",
  "isInside",
  "isNew",
  "isOpen",
  "isStored",
  "latestYes",
  "mayAct",
  "openOutbox",
  "owner",
  "plan",
  "sayConsent",
  "settle",
  "tier",
  "wasErased",
  "winner",
  "word"
];

// src/endpoint/script/minifyScript.ts
var noticeOf = (code) => code.includes("js-cookie") ? "/*! mgt, js-cookie: MIT */" : "/*! mgt: MIT */";
var COMPILE_HINT = "//# allFunctionsCalledOnLoad\n";
async function minifyScript(code) {
  const { code: small = "" } = await minify(code, {
    ecma: 2020,
    toplevel: true,
    mangle: { properties: { regex: new RegExp(`^(${PRIVATE_NAMES.join("|")})$`) } },
    compress: {
      passes: 6,
      inline: 1,
      hoist_funs: false,
      // No page can tell the difference: `"" + text` for a template, `RegExp(…)` for `new RegExp(…)`.
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
      keep_fargs: false
    },
    format: { preamble: `${COMPILE_HINT}${noticeOf(code)}`, ascii_only: true }
  });
  return small;
}

// src/endpoint/script/packScript.ts
import { createHash as createHash3 } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
function versionOf(body) {
  return createHash3("sha256").update(body).digest("hex").slice(0, 12);
}
async function packScript(body, build2) {
  return {
    version: versionOf(body),
    build: build2,
    body,
    gzip: await promisify(gzip)(body, { level: 9 }),
    brotli: await promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length
      }
    })
  };
}

// src/endpoint/script/scriptOptions.ts
var BROWSERS = ["chrome109", "edge109", "firefox115", "safari16.4"];
var MODE_FLAGS = {
  conditions: true,
  storage: true,
  consent: true,
  events: true,
  pagesEvents: true,
  pageEvents: true,
  callClicks: true,
  probabilistic: true
};
var ALL_FEATURES = {
  ...MODE_FLAGS,
  auto: true,
  lateAnswers: true,
  serverCookie: true,
  customIds: true,
  lastTouch: true,
  gpc: true,
  foreignNumbers: true,
  guessPlans: true,
  waitToSwap: true,
  language: true,
  device: true,
  attributes: true,
  images: true,
  valueTrack: true,
  cookieDomain: true
};
function scriptOptions(has) {
  const define = { BUILD: BUILD_PLACEHOLDER };
  for (const [name, value] of Object.entries(has)) define[`HAS.${name}`] = value;
  return {
    bundle: true,
    write: false,
    target: BROWSERS,
    minifySyntax: true,
    define,
    legalComments: "none",
    logLevel: "silent"
  };
}
function siteOptions(features) {
  return scriptOptions(
    Object.fromEntries(Object.entries(features).map(([name, value]) => [name, String(value)]))
  );
}

// src/endpoint/script/compileScript.ts
var PAGE_SOURCES = join(packageRoot(), "src", "page");
async function compileScript(site) {
  const page = pageSite(site);
  const features = featuresOf(page);
  const adapters = managersOf(page, features);
  const configuration = siteModule(page);
  const options = siteOptions(features);
  const { outputFiles = [], metafile } = await build({
    ...options,
    absWorkingDir: packageRoot(),
    metafile: true,
    format: "iife",
    stdin: {
      contents: [
        'import { startServed } from "./start/served.ts";',
        ...adapters.map((name) => `import { ${name} } from "../managers/${name}/adapter.ts";`),
        `startServed([${adapters}]);`
      ].join("\n"),
      resolveDir: PAGE_SOURCES,
      sourcefile: "<site>",
      loader: "js"
    },
    plugins: [
      ...options.plugins ?? [],
      {
        name: "site",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]page[\\/]ground[\\/]site\.ts$/ }, () => ({
            contents: configuration,
            resolveDir: PAGE_SOURCES,
            loader: "js"
          }));
        }
      }
    ]
  });
  const id = buildId(metafile.inputs, packageRoot(), configuration);
  const body = await minifyScript(withBuildId(outputFiles[0]?.text ?? "", id));
  return packScript(Buffer.from(body), id);
}

// src/endpoint/script/ScriptArchive.ts
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
var ScriptArchive = class {
  #folder;
  #kept;
  #failed;
  /**
   * @param folder made when it is missing @param kept newest versions of each site that stay
   * @param failed told what could not be kept: the scripts are served all the same
   */
  constructor(folder, kept, failed) {
    this.#folder = folder;
    this.#kept = kept;
    this.#failed = failed;
  }
  /** Resolves once the scripts are on disk, or could not be. */
  async keep(scripts) {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 448 });
      for (const { key, script } of scripts) await this.#write(this.#file(key, script.version), script.body);
      for (const { key } of scripts) await this.#prune(key);
    } catch (error) {
      this.#failed(error);
    }
  }
  async find(key, version) {
    const body = await readFile(this.#file(key, version)).catch(() => void 0);
    return body && versionOf(body) === version ? packScript(body, "") : void 0;
  }
  #file(key, version) {
    return join2(this.#folder, `${key}.${version}.js`);
  }
  async #write(file, body) {
    const now = /* @__PURE__ */ new Date();
    const old = await readFile(file).catch(() => void 0);
    if (old?.equals(body)) return utimes(file, now, now);
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, body);
    await rename(draft, file);
  }
  async #prune(key) {
    const names2 = (await readdir(this.#folder)).filter((name) => name.startsWith(`${key}.`));
    if (names2.length <= this.#kept) return;
    const files = await Promise.all(
      names2.map(async (name) => {
        const file = join2(this.#folder, name);
        return { file, time: (await stat(file)).mtimeMs };
      })
    );
    files.sort((a, b) => b.time - a.time);
    for (const { file } of files.slice(this.#kept)) await rm(file, { force: true });
  }
};

// src/endpoint/settings.ts
function readSettings(env) {
  const rate = Number(env.MGT_RATE || 1);
  if (!Number.isFinite(rate) || rate < 0) {
    throw new TypeError(`MGT_RATE: "${env.MGT_RATE}" is not a number of 0 or more`);
  }
  return {
    adminToken: env.MGT_ADMIN_TOKEN ?? "",
    trustedProxies: trustedProxies(env.MGT_TRUST_PROXY ?? ""),
    keepBots: env.MGT_BOTS === "keep",
    rate
  };
}

// src/endpoint/createEndpoint.ts
var KEEP_ALIVE = 65e3;
var HEADERS_WITHIN = 1e4;
var REQUEST_WITHIN = 15e3;
var CLOSE_WITHIN = 5e3;
function createEndpoint(options) {
  const settings = options.settings ?? readSettings({});
  const log = options.log ?? (() => {
  });
  const archive = options.scriptsFolder && new ScriptArchive(
    options.scriptsFolder,
    KEPT_VERSIONS,
    (error) => log({
      log: "error",
      time: (/* @__PURE__ */ new Date()).toISOString(),
      code: "script_not_kept",
      message: String(error)
    })
  );
  const context = {
    settings,
    store: options.store,
    registry: new SiteRegistry(options.compile ?? compileScript, archive || void 0),
    limits: new RateLimits(settings.trustedProxies, settings.rate),
    bots: new BotFilter(settings.keepBots),
    metrics: new Metrics(),
    log,
    closing: false
  };
  const dispatcher = new Dispatcher(context, options.extraRoutes ?? []);
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE, headersTimeout: HEADERS_WITHIN, requestTimeout: REQUEST_WITHIN },
    (request, response) => dispatcher.handle(request, response)
  );
  server.on("checkContinue", (request, response) => {
    if (!announcesTooMuch(request)) response.writeContinue();
    dispatcher.handle(request, response);
  });
  server.on("clientError", answerGarbage);
  return {
    server,
    async listen(port, host) {
      await new Promise((resolve3, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          server.off("error", reject);
          resolve3();
        });
      });
      if (options.sites) await context.registry.load(options.sites);
      return server.address();
    },
    reload: (sites) => context.registry.load(sites),
    sites: () => context.registry.all().map(({ site }) => site),
    async close() {
      context.closing = true;
      const closed = new Promise((resolve3) => {
        server.close(() => resolve3());
      });
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
      context.limits.close();
    }
  };
}
var PARSER_ERRORS = {
  HPE_HEADER_OVERFLOW: { status: "431 Request Header Fields Too Large", code: "headers_too_large" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", code: "request_timeout" }
};
function answerGarbage(error, socket) {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const { status, code } = PARSER_ERRORS[error.code ?? ""] ?? {
    status: "400 Bad Request",
    code: "invalid_request"
  };
  const body = JSON.stringify({
    error: { code, message: "this is not a request that can be read", path: "" }
  });
  const lines = [
    `HTTP/1.1 ${status}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Access-Control-Allow-Origin: *",
    "Connection: close"
  ];
  socket.end(`${lines.join("\r\n")}\r
\r
${body}`);
}

// src/endpoint/purgeDaily.ts
var DAY3 = 864e5;
function purgeDaily(store, sites, failed) {
  const purge = () => {
    const now = Date.now();
    const limits = sites().map(({ key, retentionDays }) => [key, now - retentionDays * DAY3]);
    store.purge(Object.fromEntries(limits), now).catch(failed);
  };
  purge();
  const timer = setInterval(purge, DAY3).unref();
  return () => clearInterval(timer);
}

// src/endpoint/store/SqliteStore.ts
import { mkdir as mkdir2 } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/endpoint/store/WorkerCalls.ts
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
function workerFile() {
  const names2 = import.meta.url.endsWith(".ts") ? ["./sqliteWorker.ts"] : ["./sqliteWorker.mjs", "../sqliteWorker.mjs"];
  const files = names2.map((name) => new URL(name, import.meta.url));
  return files.find((file) => existsSync(file)) ?? new URL("./sqliteWorker.mjs", import.meta.url);
}
var WorkerCalls = class {
  #worker;
  #waiters = /* @__PURE__ */ new Map();
  #opened;
  #last = 0;
  #dead;
  constructor(data) {
    this.#worker = new Worker(workerFile(), { workerData: data, execArgv: [] });
    this.#opened = new Promise((resolve3, reject) => this.#waiters.set(0, { resolve: resolve3, reject }));
    this.#opened.catch(() => {
    });
    this.#worker.on("message", ({ call, result, error }) => {
      const waiter = this.#waiters.get(call);
      this.#waiters.delete(call);
      if (error === void 0) waiter?.resolve(result);
      else waiter?.reject(new StoreUnavailable(error));
    });
    this.#worker.on("error", (error) => this.#die(String(error)));
    this.#worker.on("exit", () => this.#die("the store is closed"));
  }
  /** Resolves when the file is open. */
  async opened() {
    await this.#opened;
  }
  call(method, ...parameters) {
    if (this.#dead !== void 0) return Promise.reject(new StoreUnavailable(this.#dead));
    const call = ++this.#last;
    return new Promise((resolve3, reject) => {
      this.#waiters.set(call, { resolve: resolve3, reject });
      this.#worker.postMessage({ call, method, parameters });
    });
  }
  async close() {
    if (this.#dead === void 0) await this.call("close");
    await this.#worker.terminate();
  }
  #die(reason) {
    this.#dead ??= reason;
    for (const { reject } of this.#waiters.values()) reject(new StoreUnavailable(this.#dead));
    this.#waiters.clear();
  }
};

// src/endpoint/store/SqliteStore.ts
var MAX_WAITING = 1e4;
var MAX_WAITING_CHARACTERS = 32 * 1024 * 1024;
var MAX_COMMITS = 2;
var COUNTS_AFTER = 1e3;
var CHECK_WITHIN = 2e3;
var SqliteStore = class _SqliteStore {
  #file;
  #writer;
  #reader;
  #arrivals = [];
  #characters = 0;
  #consents = [];
  #accesses = [];
  #dropped = /* @__PURE__ */ new Map();
  #waiters = [];
  /** The commit that was handed over last: the writer takes them in order. */
  #last = Promise.resolve();
  #underWay = 0;
  #scheduled = false;
  #counts;
  #checking;
  #closed = false;
  /** @param folder created when it is missing; the file is `STORE_FILE` */
  static async open(folder) {
    await mkdir2(folder, { recursive: true, mode: 448 });
    const store = new _SqliteStore(join3(folder, STORE_FILE));
    await store.#writer.opened();
    return store;
  }
  constructor(file) {
    this.#file = file;
    this.#writer = new WorkerCalls({ file, role: "writer" });
  }
  append(arrival) {
    const refusal = this.#refusal();
    if (refusal) return Promise.reject(refusal);
    const line = `${JSON.stringify(arrival)}
`;
    this.#arrivals.push(line);
    this.#characters += line.length;
    return this.#committed();
  }
  addConsent(record) {
    const refusal = this.#refusal();
    if (refusal) return Promise.reject(refusal);
    this.#consents.push(record);
    return this.#committed();
  }
  logAccess(access) {
    this.#accesses.push(access);
    return this.#committed();
  }
  countDropped(site, day2, reason, count) {
    const key = `${site} ${day2} ${reason}`;
    const known = this.#dropped.get(key);
    if (known) known.count += count;
    else this.#dropped.set(key, { site, day: day2, reason, count });
    this.#counts ??= setTimeout(() => this.#flush().catch(() => {
    }), COUNTS_AFTER).unref();
  }
  async since(site, visitor) {
    await this.#flush();
    return this.#writer.call("since", site, visitor);
  }
  async erase(site, visitor) {
    await this.#flush();
    return this.#writer.call("erase", site, visitor);
  }
  async purge(before, now) {
    return this.#writer.call("purge", before, now);
  }
  async check() {
    this.#checking ??= this.#writer.call("check").finally(() => {
      this.#checking = void 0;
    });
    this.#checking.catch(() => {
    });
    let late;
    const deadline = new Promise((_, reject) => {
      late = setTimeout(() => reject(new StoreUnavailable("the store does not answer")), CHECK_WITHIN);
    });
    try {
      await Promise.race([this.#checking, deadline]);
    } finally {
      clearTimeout(late);
    }
  }
  copy(site, visitor) {
    return this.#read("copy", site, visitor);
  }
  consents(query) {
    return this.#read("consents", query);
  }
  report(query) {
    return this.#read("report", query);
  }
  accessLog() {
    return this.#read("accessLog");
  }
  /** Walks the consent log; `noted` is a hash to look for in its chain. */
  verify(noted) {
    return this.#read("verify", noted);
  }
  waiting() {
    return this.#waiters.length;
  }
  async close() {
    await this.#flush().catch(() => {
    });
    this.#closed = true;
    clearTimeout(this.#counts);
    await this.#reader?.close();
    await this.#writer.close();
  }
  /** Reads see everything that was accepted before them. */
  async #read(method, ...parameters) {
    await this.#flush();
    await this.#writer.call("settle");
    const reader = await this.#openReader();
    return reader.call(method, ...parameters);
  }
  /** Opened by the first read; one that fails is tried again by the next. */
  async #openReader() {
    const reader = this.#reader ?? new WorkerCalls({ file: this.#file, role: "reader" });
    this.#reader = reader;
    try {
      await reader.opened();
      return reader;
    } catch (error) {
      if (this.#reader === reader) this.#reader = void 0;
      throw error;
    }
  }
  #refusal() {
    if (this.#closed) return new StoreUnavailable("the store is closed");
    if (this.#waiters.length < MAX_WAITING && this.#characters < MAX_WAITING_CHARACTERS) return void 0;
    return new StoreUnavailable("too much waits for the disk");
  }
  #committed() {
    if (this.#underWay < MAX_COMMITS && !this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        if (this.#underWay < MAX_COMMITS) this.#flush().catch(() => {
        });
      });
    }
    return new Promise((resolve3, reject) => this.#waiters.push({ resolve: resolve3, reject }));
  }
  /** Resolves once everything accepted so far is durable; rejects when the last of it was refused. */
  #flush() {
    if (this.#waiters.length > 0 || this.#dropped.size > 0) this.#last = this.#commit();
    return this.#last;
  }
  async #commit() {
    const waiters = this.#waiters;
    const dropped = this.#dropped;
    const batch = {
      arrivals: this.#arrivals.join(""),
      consents: this.#consents,
      dropped: [...dropped.values()],
      accesses: this.#accesses
    };
    this.#arrivals = [];
    this.#characters = 0;
    this.#consents = [];
    this.#accesses = [];
    this.#dropped = /* @__PURE__ */ new Map();
    this.#waiters = [];
    clearTimeout(this.#counts);
    this.#counts = void 0;
    this.#underWay++;
    try {
      await this.#writer.call("commit", batch);
      for (const { resolve: resolve3 } of waiters) resolve3();
    } catch (error) {
      for (const { site, day: day2, reason, count } of dropped.values())
        this.countDropped(site, day2, reason, count);
      for (const { reject } of waiters) reject(error);
      throw error;
    } finally {
      this.#underWay--;
      if (this.#waiters.length > 0) this.#flush().catch(() => {
      });
    }
  }
};

// src/cli/serve.ts
var SERVE_HELP = `mgt serve [--config F] [--demo] [--json]

Runs the endpoint until SIGTERM or SIGINT.

  --config F   the configuration; default: MGT_CONFIG, else mgt.config.json here, else the demo's
  --demo       adds the demo at /demo/
  --json       the addresses as one line: { "listening", "demo" }

Environment: PORT (8787), HOST (127.0.0.1), MGT_CONFIG, MGT_DATA (data/), MGT_ADMIN_TOKEN,
MGT_TRUST_PROXY, MGT_BOTS=keep, MGT_RATE (a factor on all limits; 0 = none)

Exit: 0 stopped by a signal, 1 it could not start, 2 wrong usage`;
async function serve(argv, io) {
  const options = { config: { type: "string" }, demo: { type: "boolean" } };
  const { values } = parseOptions(argv, options, 0);
  if (values.help) {
    io.out(SERVE_HELP);
    return 0;
  }
  if (io.env.DATABASE_URL) {
    io.err(
      "mgt serve: DATABASE_URL is set, but this version has the embedded store only; unset it, and set MGT_DATA"
    );
    return 1;
  }
  const port = portNumber(io.env.PORT || "8787");
  const host = io.env.HOST || "127.0.0.1";
  const settings = settingsOf(io);
  const file = configurationFile(values.config, io);
  const configuration = readConfiguration(file);
  tellProblems(configuration, file, io, configuration.text);
  if (!configuration.ok) return 1;
  const data = resolve2(io.cwd, io.env.MGT_DATA || "data");
  let store;
  try {
    store = await SqliteStore.open(data);
  } catch (error) {
    io.err(`mgt serve: cannot open the data folder ${data}: ${error.message}`);
    return 1;
  }
  const stop = untilSignal();
  try {
    return await run(
      { port, host, settings, file, sites: configuration.sites, store, data, ...values },
      stop.signal,
      io
    );
  } finally {
    stop.ignore();
    await store.close();
  }
}
async function run({ port, host, settings, file, sites, store, data, demo, json }, stopped, io) {
  const log = (line) => io.out(JSON.stringify(line));
  const addDemo = demo ? await loadDemo() : void 0;
  const endpoint = createEndpoint({
    store,
    settings,
    log,
    scriptsFolder: join4(data, "scripts"),
    extraRoutes: addDemo?.routes({ sites: () => endpoint.sites(), store }) ?? []
  });
  let bound;
  try {
    bound = (await endpoint.listen(port, host)).port;
  } catch (error) {
    io.err(`mgt serve: ${listenFailure(error, host, port)}`);
    return 1;
  }
  const inForce = (read) => addDemo?.sites(read, ownOrigins(host, bound)) ?? read;
  try {
    await endpoint.reload(inForce(sites));
  } catch (error) {
    io.err(`mgt serve: a script cannot be compiled: ${error.message}`);
    await endpoint.close();
    return 1;
  }
  const watch2 = watchConfiguration(file, {
    onChange(changed, warnings, text2) {
      tellProblems({ errors: [], warnings }, file, io, text2);
      endpoint.reload(inForce(changed)).then(
        () => io.err(`mgt: configuration reloaded: ${changed.map(({ key }) => key).join(", ")}`),
        (error) => io.err(`mgt: a script cannot be compiled, the old ones stay: ${error.message}`)
      );
    },
    onError(errors, text2) {
      tellProblems({ errors, warnings: [] }, file, io, text2);
      io.err("mgt: the old configuration stays in force");
    }
  });
  const stopPurge = purgeDaily(
    store,
    endpoint.sites,
    (error) => log({ log: "error", time: (/* @__PURE__ */ new Date()).toISOString(), code: "purge_failed", message: String(error) })
  );
  const address = `http://${bracketed(host)}:${bound}`;
  const demoAddress = `http://${WILDCARDS.has(host) ? "127.0.0.1" : bracketed(host)}:${bound}/demo/`;
  if (json) log({ listening: address, ...demo && { demo: demoAddress } });
  else io.out(`mgt: listening on ${address}${demo ? `
demo: ${demoAddress}` : ""}`);
  await stopped;
  watch2.close();
  stopPurge();
  await endpoint.close();
  return 0;
}
async function loadDemo() {
  const { demoRoutes } = await import("./demoRoutes-NHXEO4JF.mjs");
  const { isDemoSite } = await import("./demoSite-3PTEVUNM.mjs");
  const home = {
    method: "GET",
    prefix: "/",
    handle(_, response) {
      response.writeHead(302, { Location: "/demo/" }).end();
    }
  };
  const packaged = readConfiguration(join4(packageRoot(), "demo", "mgt.config.json")).sites;
  return {
    routes: (context) => [...demoRoutes(context), home],
    sites(read, own) {
      const keys = new Set(read.map(({ key }) => key));
      const all = [...read, ...packaged.filter(({ key }) => !keys.has(key))];
      return all.map(
        (site) => isDemoSite(site) ? { ...site, origins: [.../* @__PURE__ */ new Set([...site.origins, ...own])] } : site
      );
    }
  };
}
var WILDCARDS = /* @__PURE__ */ new Set(["0.0.0.0", "::"]);
var bracketed = (host) => host.includes(":") ? `[${host}]` : host;
function ownOrigins(host, port) {
  const hosts = ["localhost", "127.0.0.1", "::1"];
  if (!WILDCARDS.has(host)) hosts.push(host);
  else
    for (const addresses of Object.values(networkInterfaces()))
      hosts.push(...(addresses ?? []).map((a) => a.address));
  return [...new Set(hosts)].map(
    (name) => `http://${bracketed(name.toLowerCase())}${port === 80 ? "" : `:${port}`}`
  );
}
function portNumber(given) {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65535) return port;
  throw new UsageError(`PORT: "${given}" is not a port number`);
}
function settingsOf({ env }) {
  try {
    return readSettings(env);
  } catch (error) {
    throw new UsageError(error.message);
  }
}
function tellProblems(problems, file, io, text2) {
  if (problems.errors.length + problems.warnings.length === 0) return;
  io.err(`mgt: ${file}`);
  for (const line of problemLines(problems, text2)) io.err(line);
}
var LISTEN_FAILURES = {
  EADDRINUSE: "the port is taken by another program; set PORT to a free one",
  EACCES: "the system does not allow this port; set PORT to one above 1023",
  EADDRNOTAVAIL: "this machine does not have the address; set HOST to one of its own"
};
function listenFailure({ code = "", message }, host, port) {
  return `cannot listen on ${bracketed(host)}:${port}: ${LISTEN_FAILURES[code] ?? message}`;
}
function untilSignal() {
  let stop = () => {
  };
  const signal = new Promise((resolve3) => {
    stop = resolve3;
  });
  process.on("SIGTERM", stop).on("SIGINT", stop);
  return { signal, ignore: () => process.off("SIGTERM", stop).off("SIGINT", stop) };
}
export {
  SERVE_HELP,
  serve
};
