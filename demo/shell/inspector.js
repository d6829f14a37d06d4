import { h } from "./dom.js";
import { conditionPanel } from "./panels/conditionPanel.js";
import { consentPanel } from "./panels/consentPanel.js";
import { modePanel } from "./panels/modePanel.js";
import { numbersPanel } from "./panels/numbersPanel.js";
import { requestsPanel } from "./panels/requestsPanel.js";
import { storedPanel } from "./panels/storedPanel.js";
import { terminalPanel } from "./panels/terminalPanel.js";
import { national } from "./phone.js";
import { t } from "./texts.js";

const PANELS = [
  modePanel,
  consentPanel,
  conditionPanel,
  numbersPanel,
  terminalPanel,
  requestsPanel,
  storedPanel,
];

/** Short facts above the panels: value, and the tone of its dot. */
function summaryFacts({ mode, decision, consent, level, site, asks }) {
  const main = site?.numbers[0]?.number;
  const shown = decision?.to_swap.find(({ number }) => number === main)?.tracked ?? main ?? "";
  const status = { granted: "good", denied: "bad", unknown: "wait", pending: "wait" };
  return [
    [t("modePanel"), mode, ""],
    [t("consentPanel"), t(`status.${consent.status}`), status[consent.status] ?? ""],
    [
      t("level"),
      level === undefined ? "…" : t(level === 2 && !asks ? "level.2.exempt" : `level.${level}`),
      "",
    ],
    [t("winner"), decision ? decision.condition || t("noCondition") : "…", decision?.condition ? "good" : ""],
    [t("shown"), national(shown), "number"],
  ];
}

/**
 * Draws the state into the page, panel by panel: one whose facts have not changed is not touched, so that
 * what is open, selected or focused stays so.
 */
export class Inspector {
  #drawn = new Map();
  #cards = new Map();
  #announced = "";
  #announcer = document.getElementById("announcer");
  #summary = document.getElementById("summary");
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

  /** @returns whether anything changed */
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

  #drawPanel(panel, state, first) {
    const { card, badge, body } = this.#cards.get(panel.id);
    const focused = body.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    body.replaceChildren(...[panel.render(state)].flat(9).filter(Boolean));
    badge.textContent = panel.badge(state);
    badge.className = `badge ${panel.tone?.(state) ?? ""}`;
    badge.hidden = badge.textContent === "";
    if (focused) body.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
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
      ...facts.map(([name, value, tone]) => h("div", { class: tone }, h("dt", {}, name), h("dd", {}, value))),
    );
    this.#announce(t("announce", { consent: facts[1][1], condition: facts[3][1], number: facts[4][1] }));
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
