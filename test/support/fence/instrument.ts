import type { Answers } from "./Plan.ts";

/** What the instruments ask of whoever reads them. */
export interface Instruments {
  gpc: boolean;
  isHidden(): boolean;
  answers(): Answers;
  /** Something was, or would have been, written on the terminal. */
  onWrite(kind: string, name: string, value?: string): void;
  /** Something was, or would have been, asked of the network. @returns whether it may really go */
  onRequest(kind: string, url: string, body?: string): boolean;
}

/** Puts an instrument on every way to write or to send of a window that has run no script. */
export function instrument(target: Window & typeof globalThis, told: Instruments): void {
  const { document, navigator } = target;
  const absolute = (url: unknown) => new URL(String(url), document.baseURI).href;

  function wrap(
    owner: object,
    name: string,
    act: (original: (...args: unknown[]) => unknown, self: unknown, args: unknown[]) => unknown,
  ): void {
    const original = (owner as Record<string, unknown>)[name] as (...args: unknown[]) => unknown;
    if (original)
      Object.defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value(this: unknown, ...args: unknown[]) {
          return act(original, this, args);
        },
      });
  }
  function wrapSetter(owner: object, name: string, act: (value: string, element: Element) => boolean): void {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found?.set)
      Object.defineProperty(owner, name, {
        ...found,
        set(value) {
          if (act(value, this as Element)) found.set?.call(this, value);
        },
      });
  }

  wrapSetter(target.Document.prototype, "cookie", (value) => {
    const [pair = "", ...attributes] = String(value).split(";");
    const expiry = attributes.map((each) => each.trim()).find((each) => /^(expires|max-age)=/i.test(each));
    const isDeletion =
      expiry &&
      (/^max-age/i.test(expiry) ? Number(expiry.slice(8)) <= 0 : Date.parse(expiry.slice(8)) < Date.now());
    if (!isDeletion) told.onWrite("cookie", pair.split("=")[0]?.trim() ?? "", pair);
    return true;
  });
  wrap(target.Storage.prototype, "setItem", (original, self, args) => {
    told.onWrite(
      self === target.localStorage ? "localStorage" : "sessionStorage",
      String(args[0]),
      String(args[1]),
    );
    return original.apply(self, args);
  });
  wrap(target.IDBFactory.prototype, "open", (_, __, [name]) => {
    told.onWrite("indexedDB", String(name));
    throw new Error("not in this test");
  });
  for (const [owner, name] of [
    [target.CacheStorage?.prototype, "open"],
    [target.CookieStore?.prototype, "set"],
  ] as const)
    if (owner)
      wrap(owner, name, (_, __, [what]) => {
        told.onWrite(name === "open" ? "caches" : "cookieStore", JSON.stringify(what));
        return Promise.reject(new Error("not in this test"));
      });

  wrap(target, "fetch", (original, self, [input, init]) => {
    const url = absolute(input instanceof target.Request ? input.url : input);
    const { body, signal } = (init ?? {}) as RequestInit;
    if (told.onRequest("fetch", url, String(body ?? ""))) return original.call(self, input, init);
    const answers = told.answers();
    return new target.Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new target.DOMException("aborted", "AbortError")));
      if (answers === "unreachable") reject(new target.TypeError("Failed to fetch"));
      else if (answers !== "never") resolve(new target.Response(null, { status: answers }));
    });
  });
  wrap(navigator, "sendBeacon", (_, __, [url, body]) => {
    told.onRequest("sendBeacon", absolute(url), String(body ?? ""));
    return true;
  });
  wrap(target.XMLHttpRequest.prototype, "open", (original, self, args) => {
    if (!told.onRequest("XMLHttpRequest", absolute(args[1]))) throw new Error("not in this test");
    return original.apply(self, args);
  });
  for (const name of ["WebSocket", "EventSource"] as const)
    (target as unknown as Record<string, unknown>)[name] = class {
      constructor(url: string) {
        told.onRequest(name, absolute(url));
        throw new Error("not in this test");
      }
    };
  const ELEMENTS = ["Image", "Script", "IFrame", "Media", "Source", "Embed", "Link"] as const;
  for (const kind of ELEMENTS) {
    const { prototype } = (target as unknown as Record<string, { prototype: object }>)[
      `HTML${kind}Element`
    ] as {
      prototype: object;
    };
    for (const property of ["src", "srcset", "href"])
      wrapSetter(prototype, property, (value) => told.onRequest(kind, absolute(value)));
  }
  wrap(target.Element.prototype, "setAttribute", (original, self, args) => {
    const isAnchor = self instanceof target.HTMLAnchorElement || self instanceof target.SVGElement;
    if (/^(src|srcset|href)$/i.test(String(args[0])) && !isAnchor)
      if (!told.onRequest((self as Element).localName, absolute(args[1]))) return undefined;
    return original.apply(self, args);
  });

  Object.defineProperty(navigator, "globalPrivacyControl", { get: () => told.gpc || undefined });
  Object.defineProperty(document, "hidden", { get: told.isHidden });
  Object.defineProperty(document, "visibilityState", { get: () => (told.isHidden() ? "hidden" : "visible") });
  // A thousand broken managers would fill the console.
  for (const name of ["error", "warn", "log"] as const) target.console[name] = () => {};
}
