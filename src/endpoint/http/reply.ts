import type { OutgoingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { MAX_BODY_BYTES } from "../../vocabulary/events.ts";
import { openCors } from "./cors.ts";
import type { EndpointContext, Exchange } from "./Exchange.ts";
import type { HttpError } from "./HttpError.ts";

/** Of every body that is not a script: it may be personal, and is never worth keeping. */
const PRIVATE = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

export function noContent({ reply }: Exchange, headers: OutgoingHttpHeaders = {}): FastifyReply {
  return reply.code(204).headers(headers).send();
}

export function sendJson(
  exchange: Exchange,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): FastifyReply {
  return sendText(exchange, status, "application/json; charset=utf-8", JSON.stringify(body), headers);
}

export function sendText(
  { reply }: Exchange,
  status: number,
  type: string,
  body: string,
  headers: OutgoingHttpHeaders = {},
): FastifyReply {
  return reply
    .code(status)
    .headers({ ...PRIVATE, "Content-Type": type, ...headers })
    .send(body.length > PIECE ? inPieces(body, reply) : body);
}

/** A client that reads is told from one that does not by what it takes of a piece. */
const PIECE = 65_536;

function inPieces(body: string, reply: FastifyReply): Readable {
  const bytes = Buffer.from(body);
  reply.header("Content-Length", bytes.length);
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, index) =>
    bytes.subarray(index * PIECE, (index + 1) * PIECE),
  );
  return Readable.from(pieces, { highWaterMark: 1 });
}

/** An answer that is made while it is read: no more of it is in memory than the client takes at once. */
export function sendStream(
  { reply }: Exchange,
  type: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  headers: OutgoingHttpHeaders = {},
): FastifyReply {
  return reply
    .code(200)
    .headers({ ...PRIVATE, "Content-Type": type, ...headers })
    .send(Readable.from(pieces, { objectMode: true, highWaterMark: 1 }));
}

export function sendError(
  context: EndpointContext,
  request: FastifyRequest,
  reply: FastifyReply,
  error: HttpError,
): void {
  if (reply.raw.headersSent) {
    reply.raw.destroy();
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
    ...error.headers,
  };
  if (!bodyIsLong(request)) {
    reply.code(error.status).headers(headers).send(body);
    return;
  }
  reply.hijack();
  reply.raw
    .writeHead(error.status, {
      ...headers,
      "Content-Length": Buffer.byteLength(body),
      Connection: "close",
    })
    .write(body);
  hangUpPolitely(request, reply);
}

/** A body that is still coming, and may be longer than one that we would read. */
function bodyIsLong({ raw }: FastifyRequest): boolean {
  if (raw.complete) return false;
  const { "content-length": length, "transfer-encoding": transfer } = raw.headers;
  return transfer !== undefined || Number(length ?? 0) > MAX_BODY_BYTES;
}

const MAX_DISCARDED_BYTES = 4 * 1024 * 1024;
const MAX_DISCARDING_MS = 2_000;

/**
 * Closing a connection with unread data resets it, and the client may lose the answer. So the
 * answer goes first, then what still comes is thrown away for a while, unread.
 */
function hangUpPolitely({ raw: request }: FastifyRequest, { raw: response }: FastifyReply): void {
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
