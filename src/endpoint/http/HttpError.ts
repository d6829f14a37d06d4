import { MAX_BODY_BYTES } from "../../vocabulary/events.ts";
import { StoreUnavailable } from "../store/Store.ts";
import type { LogLine } from "./logger.ts";

/** An answer that refuses: `{ "error": { "code", "message", "path" } }`. */
export class HttpError extends Error {
  override name = "HttpError";
  readonly status: number;
  /** Stable, snake_case. */
  readonly code: string;
  /** Where in the body or the query, such as `events[3].at`. */
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    { path, headers = {} }: { path?: string; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.path = path;
    this.headers = headers;
  }
}

/** 429 or 503: the client is told when to come back (seconds). */
export function comeBack(
  status: 429 | 503,
  code: string,
  message: string,
  seconds: number,
  headers: Record<string, string> = {},
): HttpError {
  return new HttpError(status, code, message, {
    headers: { "Retry-After": String(Math.max(1, Math.ceil(seconds))), ...headers },
  });
}

export function notAllowed(allow: string): HttpError {
  return new HttpError(405, "method_not_allowed", `the methods here are ${allow}`, {
    headers: { Allow: allow },
  });
}

export function compiling(headers: Record<string, string> = {}): HttpError {
  return comeBack(503, "not_ready", "the scripts are being compiled", 1, headers);
}

/** What Fastify itself refuses, by its codes. */
const REFUSED_BY_FASTIFY: Readonly<Record<string, () => HttpError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    new HttpError(413, "too_large", `the body has more than ${MAX_BODY_BYTES} bytes`),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new HttpError(415, "unsupported_media_type", "send text/plain or application/json, in UTF-8"),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new HttpError(400, "incomplete_body", "the body ended early"),
  ECONNRESET: () => new HttpError(400, "incomplete_body", "the body ended early"),
};

/** The answer to whatever was thrown; what nobody expected is logged. */
export function asHttpError(error: unknown, log: (line: LogLine) => void): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreUnavailable) {
    log({ log: "error", code: "store_unavailable", message: error.message });
    return comeBack(503, "store_unavailable", "the store cannot take it now", 2);
  }
  const refused = REFUSED_BY_FASTIFY[(error as { code?: string } | undefined)?.code ?? ""];
  if (refused) return refused();
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log({ log: "error", code: "internal", message });
  return new HttpError(500, "internal", "something went wrong here");
}
