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
