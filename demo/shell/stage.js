import { arrivalUrl } from "./arrivals.js";
import { language, t } from "./texts.js";

/** @import { Arrival, SiteWindow } from "./types.ts" */

/**
 * The frame in which the site is shown. Each arrival gets a frame of its own, as a visitor's new tab: its
 * history starts there, and the last page has ended (its `pagehide` has run) before anything is cleared.
 */
export class Stage {
  #host;
  /** @type {HTMLIFrameElement | undefined} */
  #frame;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  get window() {
    return /** @type {SiteWindow | undefined} */ (this.#frame?.contentWindow ?? undefined);
  }

  /** Ends the page shown, as closing its tab does. */
  leave() {
    this.#frame?.remove();
    this.#frame = undefined;
  }

  /**
   * @param {Arrival} arrival
   * @param {string} staged
   */
  arrive(arrival, staged) {
    this.leave();
    this.#frame = document.createElement("iframe");
    this.#frame.title = t("frame");
    this.#frame.src = arrivalUrl(arrival, language, staged);
    this.#host.append(this.#frame);
  }
}
