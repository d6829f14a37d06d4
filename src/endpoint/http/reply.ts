import type { OutgoingHttpHeaders } from "node:http";
import { MAX_BODY_BYTES } from "../../vocabulary/events.ts";
import { openCors } from "./cors.ts";
import type { Exchange } from "./Exchange.ts";
import type { HttpError } from "./HttpError.ts";

/** Of every body that is not a script: it may be personal, and is never worth keeping. */
const PRIVATE = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

export function noContent({ response }: Exchange, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(204, headers).end();
}

export function sendJson(
  exchange: Exchange,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  sendText(exchange, status, "application/json; charset=utf-8", JSON.stringify(body), headers);
}

export function sendText(
  { response }: Exchange,
  status: number,
  type: string,
  body: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const length = Buffer.byteLength(body);
  response
    .writeHead(status, { ...PRIVATE, "Content-Type": type, "Content-Length": length, ...headers })
    .end(body);
}

export function sendError(exchange: Exchange, error: HttpError): void {
  const { request, response, context } = exchange;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({
    error: { code: error.code, message: error.message, path: error.path ?? "" },
  });
  const headers: OutgoingHttpHeaders = {
    ...PRIVATE,
    ...openCors(request.headers.origin, context.registry),
    "Access-Control-Expose-Headers": "Retry-After",
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    ...error.headers,
  };
  if (!bodyIsLong(exchange)) {
    response.writeHead(error.status, headers).end(body);
    return;
  }
  response.writeHead(error.status, { ...headers, Connection: "close" }).write(body);
  hangUpPolitely(exchange);
}

/** A body that is still coming, and may be longer than one that we would read. */
function bodyIsLong({ request }: Exchange): boolean {
  if (request.complete) return false;
  const { "content-length": length, "transfer-encoding": transfer } = request.headers;
  return transfer !== undefined || Number(length ?? 0) > MAX_BODY_BYTES;
}

const MAX_DISCARDED_BYTES = 4 * 1024 * 1024;
const MAX_DISCARDING_MS = 2_000;

/**
 * Closing a connection with unread data resets it, and the client may lose the answer. So the
 * answer goes first, then what still comes is thrown away for a while, unread.
 */
function hangUpPolitely({ request, response }: Exchange): void {
  let discarded = 0;
  const hangUp = () => {
    clearTimeout(timer);
    response.end();
    if (!request.complete) response.once("close", () => request.socket.destroy());
  };
  const timer = setTimeout(hangUp, MAX_DISCARDING_MS).unref();
  request
    .on("data", (chunk: Buffer) => {
      discarded += chunk.length;
      if (discarded > MAX_DISCARDED_BYTES) hangUp();
    })
    .once("end", hangUp)
    .once("close", hangUp)
    .resume();
}
