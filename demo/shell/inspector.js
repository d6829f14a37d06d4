import { appendable, byId, h } from "./dom.js";
import { conditionPanel } from "./panels/conditionPanel.js";
import { consentPanel } from "./panels/consentPanel.js";
import { modePanel } from "./panels/modePanel.js";
import { numbersPanel } from "./panels/numbersPanel.js";
import { requestsPanel } from "./panels/requestsPanel.js";
import { storedPanel } from "./panels/storedPanel.js";
import { terminalPanel } from "./panels/terminalPanel.js";
import { national } from "./phone.js";
import { t } from "./texts.js";

/** @import { Child, Panel, State } from "./types.ts" */

/** @type {Panel[]} */
const PANELS = [
  modePanel,
  consentPanel,
  conditionPanel,
  numbersPanel,
  terminalPanel,
  requestsPanel,
  storedPanel,
];

/**
 * Short facts above the panels: name, value, and the tone of its dot.
 * @param {State} state
 */
function summaryFacts({ mode, decision, consent, level, site, asks }) {
  const main = site?.numbers[0]?.number;
  const shown = decision?.to_swap.find(({ number }) => number === main)?.tracked ?? main ?? "";
  /** @type {Partial<Record<State["consent"]["status"], string>>} */
  const status = { granted: "good", denied: "bad", unknown: "wait", pending: "wait" };
  return {
    mode: [t("modePanel"), mode, ""],
    consent: [t("consentPanel"), t(`status.${consent.status}`), status[consent.status] ?? ""],
    level: [
      t("level"),
      level === undefined ? "…" : t(level === 2 && !asks ? "level.2.exempt" : `level.${level}`),
      "",
    ],
    condition: [
      t("winner"),
      decision ? decision.condition || t("noCondition") : "…",
      decision?.condition ? "good" : "",
    ],
    number: [t("shown"), national(shown), "number"],
  };
}

/**
 * Draws the state into the page, panel by panel: one whose facts have not changed is not touched, so that
 * what is open, selected or focused stays so.
 */
export class Inspector {
  /** @type {Map<string, string>} */
  #drawn = new Map();
  /** @type {Map<string, { card: HTMLElement, badge: HTMLElement, body: HTMLElement }>} */
  #cards = new Map();
  #announced = "";
  #announcer = byId("announcer");
  #summary = byId("summary");
  #timer = 0;

  constructor(host) {
    for (const { id, wide } of PANELS) {
      const badge = h("span", { class: "badge" });
      const body = h("div", { class: "body" });
      const heading = h("h2", { id: `title-${id}` }, t(`${id}Panel`));
      const card = h(
        "section",
        { class: wide ? "panel wide" : "panel", "aria-labelledby": `title-${id}` },
        h("header", {}, heading, badge),
        body,
      );
      this.#cards.set(id, { card, badge, body });
      host.append(card);
    }
  }

  /**
   * @param {State} state
   * @returns whether anything changed
   */
  draw(state) {
    let changed = false;
    for (const panel of PANELS) {
      const facts = JSON.stringify(panel.facts(state));
      if (this.#drawn.get(panel.id) === facts) continue;
      const first = !this.#drawn.has(panel.id);
      this.#drawn.set(panel.id, facts);
      this.#drawPanel(panel, state, first);
      changed = true;
    }
    this.#drawSummary(state);
    return changed;
  }

  /**
   * @param {Panel} panel
   * @param {State} state
   * @param {boolean} first
   */
  #drawPanel(panel, state, first) {
    const found = this.#cards.get(panel.id);
    if (!found) return;
    const { card, badge, body } = found;
    /** @type {HTMLElement | null} */
    const focused = body.querySelector(":focus");
    const key = focused?.dataset.key;
    body.replaceChildren(...appendable(panel.render(state)));
    badge.textContent = panel.badge(state);
    badge.className = `badge ${panel.tone?.(state) ?? ""}`;
    badge.hidden = badge.textContent === "";
    if (key)
      /** @type {HTMLElement | null} */ (body.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
    if (first) return;
    card.classList.remove("fresh");
    void card.offsetWidth;
    card.classList.add("fresh");
  }

  #drawSummary(state) {
    const facts = summaryFacts(state);
    const text = JSON.stringify(facts);
    if (this.#drawn.get("summary") === text) return;
    this.#drawn.set("summary", text);
    this.#summary.replaceChildren(
      ...Object.values(facts).map(([name, value, tone]) =>
        h("div", { class: tone }, h("dt", {}, name), h("dd", {}, value)),
      ),
    );
    const { consent, condition, number } = facts;
    this.#announce(t("announce", { consent: consent[1], condition: condition[1], number: number[1] }));
  }

  /** Once things have settled: an arrival changes several facts within a moment. */
  #announce(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (text !== this.#announced) this.#announcer.textContent = text;
      this.#announced = text;
    }, 900);
  }
}
