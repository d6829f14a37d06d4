import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface LoggedRequest {
  host: string;
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** `"drop"`: the connection is cut, as by an endpoint that is down. */
export type Handler = (request: LoggedRequest) => Answer | "drop" | undefined | Promise<Answer | undefined>;

/** One server for all tests of a worker: each test has host names, and so a handler, of its own. */
export class TestServer {
  readonly #hosts = new Map<string, Handler>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on("request", (request, response) => void this.#handle(request, response));
  }

  static async start(): Promise<TestServer> {
    const server = new TestServer(createServer({ keepAliveTimeout: 60_000 }));
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** @param host with its port */
  handle(host: string, handler: Handler): void {
    this.#hosts.set(host, handler);
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      // A request that the page gave up on.
      return;
    }
    const { method = "", url = "", headers } = request;
    const host = headers.host ?? "";
    const handler = this.#hosts.get(host);
    const answer = await handler?.({
      host,
      method,
      path: url,
      headers,
      body: Buffer.concat(chunks).toString(),
    });
    if (answer === "drop") {
      request.socket.destroy();
      return;
    }
    const { status = 200, headers: own = {}, body = "" } = answer ?? { status: 404 };
    response.writeHead(status, { "Cache-Control": "no-store", ...own }).end(body);
  }
}
