import type { SiteInput } from "../../src/vocabulary/site.ts";
import { compiled, compiledOverlay } from "./compiled.ts";
import { garage } from "./garage.ts";
import type { Answer, LoggedRequest, TestServer } from "./TestServer.ts";

export type { Answer };

/** One event or consent record as the endpoint got it, with the envelope of its request. */
export interface Received {
  route: string;
  id?: string;
  type?: string;
  status?: string;
  [field: string]: unknown;
}

type Finder = (path: string, request: LoggedRequest) => Answer | undefined | Promise<Answer | undefined>;

export interface PageParts {
  head?: string;
  body?: string;
  /** Where the site's script stands, and how; `""`: not at all. */
  script?: string;
  lang?: string;
  headers?: Record<string, string>;
}

export const BODY =
  '<p id="main">Appelez le 01 23 45 67 89</p><p><a id="call" href="tel:+33123456789">Appeler</a></p>';

/** One website, its pages, and the endpoint that its script reports to. */
export class TestSite {
  readonly origin: string;
  readonly endpoint: string;
  /** Another website, from which visitors come. */
  readonly elsewhere: string;
  /** Everything that came to the endpoint's address, the script included. */
  readonly calls: LoggedRequest[] = [];
  /** What the browser asked of any address, as it asked. */
  readonly browserRequests: { method: string; url: string }[] = [];
  /** Answers of the endpoint by route, instead of 204. `"drop"`: it is down. */
  readonly answers = new Map<string, Answer | "drop">();
  /** The whole endpoint is down, but for the script, which the browser may have in its cache. */
  down = false;
  /** The browser may keep the script, as the real endpoint allows. */
  isScriptCached = false;
  /** The endpoint answers under the website's own address as well. */
  firstParty = false;
  readonly #pages = new Map<string, Answer>();
  readonly #folders = new Map<string, Finder>();
  readonly #scripts = new Map<string, string>();
  #default: Answer = {};
  #tag = "";

  constructor(server: TestServer, name: string) {
    const of = (kind: string) => `${name}.${kind}.localhost:${server.port}`;
    this.origin = `http://${of("garage")}`;
    this.endpoint = `http://${of("calls")}`;
    this.elsewhere = `http://${of("elsewhere")}`;
    server.handle(of("garage"), (request) => {
      const { pathname } = new URL(request.path, this.origin);
      if (this.firstParty && (pathname.startsWith("/v1/") || this.#scripts.has(pathname)))
        return this.#call(request);
      for (const [prefix, find] of this.#folders)
        if (pathname.startsWith(prefix)) return find(pathname.slice(prefix.length), request);
      return this.#pages.get(pathname) ?? (pathname === "/marker" ? { status: 204 } : this.#default);
    });
    server.handle(
      of("elsewhere"),
      ({ path }) => this.#pages.get(`elsewhere${path}`) ?? html("<p>Ailleurs</p>"),
    );
    server.handle(of("calls"), (request) => this.#call(request));
  }

  /** Compiles the site's script and serves it, with a page at every path that has no other. */
  async serve(changes: Partial<SiteInput> = {}, parts: PageParts = {}): Promise<void> {
    const site = garage(changes);
    this.#scripts.set(`/${site.key}.js`, await compiled(site));
    this.#scripts.set(`/${site.key}.debug.js`, await compiledOverlay(site));
    this.#tag = `<script src="${this.endpoint}/${site.key}.js" async></script>`;
    this.#default = this.#page(parts);
  }

  /** Another page. */
  page(path: string, parts: PageParts): void {
    this.#pages.set(path, this.#page(parts));
  }

  /** Any file; a path that starts with `elsewhere/` is the other website's. */
  file(path: string, body: string, type = "text/html; charset=utf-8", headers = {}): void {
    this.#pages.set(path, { body, headers: { "Content-Type": type, ...headers } });
  }

  /** Files of a folder, found by their path in it. */
  folder(prefix: string, find: Finder): void {
    this.#folders.set(prefix, find);
  }

  url(path = "/"): string {
    return this.origin + path;
  }

  /** The tag that the owner pastes. */
  get tag(): string {
    return this.#tag;
  }

  /** The compiled script. */
  get script(): string {
    return [...this.#scripts.values()].at(-2) ?? "";
  }

  /** Requests to the endpoint's routes. */
  requests(route = "/v1/"): LoggedRequest[] {
    return this.calls.filter(({ path }) => path.startsWith(route));
  }

  /** Events and records by id, each once, whether or not the endpoint acknowledged them. */
  received(): Received[] {
    const found = new Map<string, Received>();
    for (const { method, path, body } of this.requests()) {
      const { events, ...rest } = parsed(body);
      const items: Partial<Received>[] = events ?? [{}];
      for (const item of items) {
        const received = { ...rest, ...item, route: method === "POST" ? path : `${method} ${path}` };
        const key = received.id ?? `${found.size}`;
        if (!found.has(key)) found.set(key, received);
      }
    }
    return [...found.values()];
  }

  #page({ head = "", body = BODY, script = this.#tag, headers = {}, lang }: PageParts): Answer {
    return html(`${head}${script}`, body, headers, lang);
  }

  #call(request: LoggedRequest): Answer | "drop" {
    this.calls.push(request);
    const { pathname } = new URL(request.path, this.endpoint);
    const open = {
      "Access-Control-Allow-Origin": request.headers.origin ?? "*",
      "Access-Control-Allow-Credentials": "true",
      "Access-Control-Expose-Headers": "Retry-After",
    };
    const script = this.#scripts.get(pathname);
    if (script)
      return {
        body: script,
        headers: {
          ...open,
          "Content-Type": "text/javascript; charset=utf-8",
          "Cache-Control": this.isScriptCached ? "max-age=300" : "no-store",
        },
      };
    if (this.down) return "drop";
    const answer = this.answers.get(pathname) ?? { status: pathname.startsWith("/v1/") ? 204 : 404 };
    return answer === "drop" ? answer : { ...answer, headers: { ...open, ...answer.headers } };
  }
}

/** An icon of its own keeps browsers from asking for `/favicon.ico`. */
const html = (head: string, body = "", headers: Record<string, string> = {}, lang = "fr"): Answer => ({
  headers: { "Content-Type": "text/html; charset=utf-8", ...headers },
  body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Garage</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
});

function parsed(body: string): Record<string, unknown> & { events?: Received[] } {
  try {
    return JSON.parse(body);
  } catch {
    return { body };
  }
}
