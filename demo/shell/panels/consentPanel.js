import { h } from "../dom.js";
import { hasText, t } from "../texts.js";

const EXPLAINED = { granted: "granted", denied: "denied" };

/** Who gave the answer in force, in words. */
function saidBy({ asks, consent }) {
  if (!asks && !["denied", "granted"].includes(consent.status)) return t("said.mode");
  if (!consent.manager || ["unknown", "pending"].includes(consent.status))
    return t(asks ? "said.none" : "said.mode");
  const known = `said.${consent.manager}`;
  return hasText(known) ? t(known) : t("said.other", { manager: consent.manager });
}

export const consentPanel = {
  id: "consent",
  facts: ({ asks, consent, terminal }) => [asks, consent, terminal.manager],
  badge: ({ consent }) => t(`status.${consent.status}`),
  tone: ({ consent }) =>
    ({ granted: "good", denied: "bad", pending: "wait", unknown: "wait" })[consent.status] ?? "",
  render(state) {
    const { asks, consent, terminal } = state;
    return [
      h("p", { class: "strong" }, saidBy(state)),
      h("p", { class: "note" }, t(asks ? (EXPLAINED[consent.status] ?? "waiting") : "noBanner")),
      asks &&
        h(
          "p",
          {},
          h("button", { type: "button", "data-key": "manage", onclick: state.openManager }, t("manage")),
        ),
      terminal.manager !== undefined &&
        h(
          "p",
          { class: "note small" },
          h("code", {}, `tarteaucitron=${terminal.manager}`),
          h("br"),
          t("tacNote"),
        ),
    ];
  },
};
