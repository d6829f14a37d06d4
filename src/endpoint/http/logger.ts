import type { FastifyBaseLogger, FastifyServerOptions } from "fastify";

/** One line of the log. `log` is its kind; `access` lines are acts of the operator on personal data. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly log: LogKind };

type LogKind = "access" | "erasure" | "notice" | "error";

/** Above pino's `info` (30): what a level leaves out, it leaves out of all kinds of the framework's own lines first. */
const KINDS = { access: 37, erasure: 36, notice: 35 } as const;

/**
 * Pino, so that nothing of a request reaches a line by itself: no address, no user agent, no URL (it may hold a
 * visitor's id). The kind stands where pino has its level.
 *
 * @param write takes each line, as an object
 */
export function loggerOptions(write: (line: LogLine) => void): FastifyServerOptions["logger"] {
  return {
    level: "notice",
    customLevels: KINDS,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ log: label }) },
    serializers: {
      req: () => undefined as never,
      res: () => undefined as never,
      err: ({ code, stack, message }) => ({ code, stack: stack ?? message }) as never,
    },
    stream: { write: (line) => write(JSON.parse(line)) },
  };
}

/** Writes a line with the level of its kind. */
export function writeLine(logger: FastifyBaseLogger, { log, ...line }: LogLine): void {
  (logger as unknown as Record<LogKind, (line: object) => void>)[log](line);
}
