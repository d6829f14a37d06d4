import { h, icon } from "../dom.js";
import { inWords } from "../leaf.js";
import { t } from "../texts.js";

function attempt(condition, tried, number) {
  const result = tried.find(({ id }) => id === condition.id);
  const kind = !result ? "skipped" : result.matched ? "won" : "lost";
  const why = kind === "lost" && result.failed ? inWords(result.failed) : inWords(condition.when);
  return h(
    "li",
    { class: kind },
    h(
      "span",
      { class: "rank" },
      kind === "won" ? icon("yes") : kind === "lost" ? icon("no") : String(number),
    ),
    h("span", { class: "rule" }, h("strong", {}, condition.id), " ", h("span", {}, why)),
    h("span", { class: "verdict" }, t({ won: "won", lost: "lost", skipped: "notTried" }[kind])),
  );
}

/** What the page decided, and the same decision replayed step by step by `mgt explain`. */
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
        h("div", {}, h("dt", {}, t("channel")), h("dd", {}, h("code", {}, decision.channel || "–"))),
        explanation?.by && h("div", {}, h("dt", {}, t("by")), h("dd", {}, h("code", {}, explanation.by))),
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
          (site?.conditions ?? []).map((condition, index) =>
            attempt(condition, explanation.tried, index + 1),
          ),
        ),
      h("p", { class: "note small" }, t("explainNote")),
    ];
  },
};
