import type { IncomingMessage, ServerResponse } from "node:http";

/** A route that the composition adds to the endpoint's own table; the demo is made of these. */
export interface ExtraRoute {
  /** `GET` answers `HEAD` too. */
  method: "GET" | "POST";
  /** Every path that begins so, `/` only itself; the longest wins. The endpoint's own routes come first. */
  prefix: string;
  handle(request: IncomingMessage, response: ServerResponse, url: URL): void | Promise<void>;
}
