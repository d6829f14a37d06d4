import { h, icon } from "../dom.js";
import { language, t } from "../texts.js";

/** @import { Panel } from "../types.ts" */

function attempt(condition, result) {
  return h(
    "li",
    { class: result.matched ? "won" : "lost" },
    h("span", { class: "rank" }, icon(result.matched ? "yes" : "no")),
    h("span", { class: "rule" }, h("strong", {}, condition.id), " ", h("span", {}, result.words[language])),
    h("span", { class: "verdict" }, t(result.matched ? "won" : "lost")),
  );
}

/** Those tried one by one; those after the winner, which were not, on one line. */
function attempts(conditions, tried) {
  const skipped = conditions.filter(({ id }) => !tried.some((result) => result.id === id));
  return [
    tried.map((result) => {
      const condition = conditions.find(({ id }) => id === result.id);
      return condition && attempt(condition, result);
    }),
    skipped.length > 0 &&
      h(
        "li",
        { class: "skipped" },
        h("span", { class: "rule" }, skipped.map(({ id }) => id).join(", ")),
        h("span", { class: "verdict" }, t("notTried")),
      ),
  ];
}

/**
 * What the page decided, and the same decision replayed step by step by `mgt explain`.
 * @type {Panel}
 */
export const conditionPanel = {
  id: "condition",
  wide: true,
  facts: ({ mode, site, decision, explanation, explaining, explained }) => [
    mode,
    site,
    decision && [decision.condition, decision.source, decision.channel],
    explanation,
    explaining,
    explained,
  ],
  badge: ({ mode, decision }) => (mode === "invisible" ? "" : decision?.condition || t("noCondition")),
  tone: ({ decision }) => (decision?.condition ? "good" : ""),
  render({ mode, site, decision, explanation, explaining, explained }) {
    if (!decision) return h("p", { class: "note" }, t("scriptMissing"));
    if (mode === "invisible") return h("p", { class: "note" }, t("invisibleWhy"));
    const agreed = !explanation || explaining || explanation.condition === decision.condition;
    return [
      h(
        "dl",
        { class: "line" },
        h("div", {}, h("dt", {}, t("source")), h("dd", {}, decision.source || "–")),
        h(
          "div",
          {},
          h("dt", {}, t("channel")),
          h(
            "dd",
            {},
            decision.channel ? [t(`channel.${decision.channel}`), " ", h("code", {}, decision.channel)] : "–",
          ),
        ),
        explanation?.reference.by &&
          h("div", {}, h("dt", {}, t("by")), h("dd", {}, h("code", {}, explanation.reference.by))),
        explained && h("div", {}, h("dt", {}, t("entry")), h("dd", {}, t(`entry.${explained.entry}`))),
      ),
      !decision.condition && h("p", { class: "note" }, t("fallback")),
      !agreed &&
        h(
          "p",
          { class: "warning" },
          t("mismatch", {
            page: decision.condition || t("noCondition"),
            explain: explanation.condition || t("noCondition"),
          }),
        ),
      explanation &&
        h(
          "ol",
          { class: "tried", "aria-label": t("tried") },
          attempts(site?.conditions ?? [], explanation.tried),
        ),
      h("p", { class: "note small" }, t("explainNote")),
    ];
  },
};
