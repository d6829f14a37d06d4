/** @import { SentRequest, View } from "./types.ts" */

/**
 * What the pages in the frame tell the shell, through demo/site/instrument.js: page views, the script's
 * events, and every request as it leaves. `changed` is called after each.
 */
export class Recorder {
  /** @type {View[]} */
  views = [];
  arrival = { referrer: "" };
  #requests = 0;
  /** @type {string | undefined} */
  #reloading;
  /** @type {(what: "views" | "requests") => void} */
  #changed;

  /** @param {(what: "views" | "requests") => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** A new visitor: what the last one did is no longer shown. */
  clear() {
    this.views = [];
    this.#reloading = undefined;
    this.#changed("views");
  }

  get view() {
    return this.views.at(-1);
  }

  /**
   * The referrer that a page is given. No navigation can forge a foreign one: the arrival that the shell
   * stages gets the one it would have had; links followed inside the site keep the browser's own. So does
   * a reload by the page itself (tarteaucitron's, after a withdrawal), which Chromium refers to the page.
   * A browser's reload button keeps the page's referrer; ours has no such button, so we keep it here.
   * @param own what the browser says
   */
  referrer(own) {
    const kept = this.#reloading;
    this.#reloading = undefined;
    return kept ?? (own.startsWith(`${location.origin}/demo/site/`) ? own : this.arrival.referrer);
  }

  /** The shell's own button is about to reload the page. */
  reloading() {
    this.#reloading = this.view?.referrer;
  }

  /** @param {Pick<View, "url" | "referrer" | "window">} page */
  pageView({ url, referrer, window }) {
    for (const request of this.view?.requests ?? []) {
      if (request.answer === "pending") request.answer = "unseen";
    }
    /** @type {View} */
    const view = {
      count: this.views.length + 1,
      url,
      referrer,
      at: Date.now(),
      window,
      requests: [],
    };
    this.views.push(view);
    this.#changed("views");
    return view;
  }

  /**
   * @param {View} view
   * @param {string} type
   * @param {any} detail
   */
  pageEvent(view, type, detail) {
    // Copied: the script may reuse its object, and a page that has gone takes its objects along.
    Object.assign(view, { [type.slice("mgt:".length)]: structuredClone(detail) });
    this.#changed("views");
  }

  /**
   * @param {View} view
   * @param {{ method?: string, url: string, how: string, body?: any }} sent
   */
  request(view, { method = "GET", url, how, body }) {
    /** @type {SentRequest} */
    const request = {
      id: ++this.#requests,
      method,
      url,
      how,
      body: "",
      at: Date.now(),
      answer: "pending",
      file: false,
    };
    view.requests.push(request);
    if (typeof body === "string") request.body = body;
    else if (typeof body?.text === "function") {
      body.text().then((text) => {
        request.body = text;
        this.#changed("requests");
      });
    } else if (body) request.body = String(body);
    this.#changed("requests");
    return request;
  }

  /**
   * @param {SentRequest} request
   * @param {SentRequest["answer"]} answer
   */
  answered(request, answer) {
    request.answer = answer;
    this.#changed("requests");
  }

  /**
   * Files that the page loads by tags, and what the browser says afterwards about beacons.
   * @param {View} view
   * @param {PerformanceResourceTiming} timing
   */
  resource(view, { name, initiatorType, responseStatus, transferSize, startTime }) {
    if (initiatorType === "fetch" || initiatorType === "xmlhttprequest") return;
    if (initiatorType === "beacon") {
      const beacon = view.requests.find(({ url, answer }) => url === name && answer === "queued");
      if (beacon && responseStatus) this.answered(beacon, responseStatus);
      return;
    }
    view.requests.push({
      id: ++this.#requests,
      method: "GET",
      url: name,
      how: initiatorType,
      body: "",
      at: view.at + startTime,
      answer: responseStatus || "unseen",
      file: true,
      size: transferSize,
    });
    this.#changed("requests");
  }
}
