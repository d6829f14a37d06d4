/*
 * Loaded first by every page of the demo's site: tells the shell beside it what this page sends, as it
 * leaves. Opened in a tab of its own there is no shell, and nothing here changes anything.
 */
(() => {
  /** The shell's side, when we are in its frame. */
  function findShell() {
    try {
      const { mgtDemo } = /** @type {Window & typeof globalThis} */ (window.parent);
      return window.parent === window ? undefined : mgtDemo;
    } catch {
      return undefined;
    }
  }

  const shell = findShell();
  if (!shell) return;

  const referrer = shell.referrer(document.referrer);
  if (referrer !== document.referrer) {
    Object.defineProperty(Document.prototype, "referrer", { configurable: true, get: () => referrer });
  }

  const view = shell.pageView({ url: location.href, referrer: document.referrer, window });

  for (const type of ["mgt:ready", "mgt:swap", "mgt:consent"])
    document.addEventListener(type, (event) => {
      if (event instanceof CustomEvent) shell.pageEvent(view, type, event.detail);
    });

  const { fetch: nativeFetch } = window;
  window.fetch = function fetch(input, init) {
    const request = input instanceof Request ? input : undefined;
    const sent = shell.request(view, {
      method: (init?.method ?? request?.method ?? "GET").toUpperCase(),
      url: new URL(request?.url ?? String(input), document.baseURI).href,
      how: init?.keepalive || request?.keepalive ? "fetch keepalive" : "fetch",
      body: init?.body,
    });
    const answer = nativeFetch.call(window, input, init);
    answer.then(
      (response) => shell.answered(sent, response.status),
      (error) => shell.answered(sent, error?.name === "AbortError" ? "aborted" : "failed"),
    );
    return answer;
  };

  const nativeBeacon = navigator.sendBeacon;
  navigator.sendBeacon = function sendBeacon(url, body) {
    const sent = shell.request(view, {
      method: "POST",
      url: new URL(String(url), document.baseURI).href,
      how: "sendBeacon",
      body,
    });
    const queued = nativeBeacon.call(navigator, url, body);
    shell.answered(sent, queued ? "queued" : "failed");
    return queued;
  };

  const { open, send } = XMLHttpRequest.prototype;
  const opened = new WeakMap();
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    opened.set(this, {
      method: String(method).toUpperCase(),
      url: new URL(String(url), document.baseURI).href,
    });
    return Reflect.apply(open, this, [method, url, ...(rest.length ? rest : [true])]);
  };
  XMLHttpRequest.prototype.send = function (body) {
    const sent = shell.request(view, { ...opened.get(this), how: "XMLHttpRequest", body });
    this.addEventListener("loadend", () => shell.answered(sent, this.status || "failed"));
    return send.call(this, body);
  };

  // Files that the page loads by tags (our script, the manager's) are only seen by the browser itself.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry instanceof PerformanceResourceTiming) shell.resource(view, entry);
  }).observe({ type: "resource", buffered: true });
})();
