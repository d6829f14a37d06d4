import { h } from "../dom.js";
import { labelOf, managerOrigin } from "../managers.js";
import { hasText, t } from "../texts.js";

/** @import { Panel } from "../types.ts" */

const EXPLAINED = { granted: "granted", denied: "denied" };
const SHOWN = 160;

/** Who gave the answer in force, in words. */
function saidBy({ asks, consent }) {
  if (!asks && !["denied", "granted"].includes(consent.status)) return t("said.mode");
  if (!consent.manager || ["unknown", "pending"].includes(consent.status))
    return t(asks ? "said.none" : "said.mode");
  const known = `said.${consent.manager}`;
  return hasText(known) ? t(known) : t("said.manager", { manager: labelOf(consent.manager) });
}

function cut(text) {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function readable(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function row(name, ...value) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, ...value));
}

/** What the manager said, as the proof has it word by word. */
function proof(record) {
  const status = h(
    "span",
    { class: `badge ${record.status === "granted" ? "good" : "bad"}` },
    t(`stored.${record.status}`),
  );
  return [
    h("h3", {}, t("proof")),
    h(
      "dl",
      { class: "said" },
      row(t("proof.status"), status),
      row(
        t("proof.manager"),
        labelOf(record.manager),
        record.manager_version && ` ${record.manager_version}`,
      ),
      row(t("proof.key"), h("code", {}, record.key || "–")),
      row(t("proof.signal"), h("code", { title: record.signal }, cut(record.signal || "–"))),
    ),
  ];
}

/** Cookies and storage of the manager's own: never ours to write, so never among ours. */
function own(entries) {
  return [
    h("h3", {}, t("ownNames")),
    h(
      "ul",
      { class: "own" },
      entries.map(({ name, value, where }) =>
        h(
          "li",
          {},
          h("span", { class: "how" }, where === "cookie" ? t("cookie") : t("session")),
          " ",
          h("code", {}, `${name}=${cut(readable(value))}`),
        ),
      ),
    ),
    h("p", { class: "note small" }, t("ownNote")),
  ];
}

/** @type {Panel} */
export const consentPanel = {
  id: "consent",
  facts: ({ asks, consent, terminal, manager, record }) => [asks, consent, terminal.manager, manager, record],
  badge: ({ consent }) => t(`status.${consent.status}`),
  tone: ({ consent }) =>
    ({ granted: "good", denied: "bad", pending: "wait", unknown: "wait" })[consent.status] ?? "",
  render(state) {
    const { asks, consent, terminal, manager, record } = state;
    return [
      asks &&
        h(
          "p",
          { class: "who" },
          h("strong", {}, labelOf(manager)),
          h("span", { class: "note small" }, managerOrigin(manager)),
        ),
      h("p", { class: "strong" }, saidBy(state)),
      h("p", { class: "note" }, t(asks ? (EXPLAINED[consent.status] ?? "waiting") : "noBanner")),
      asks &&
        h(
          "p",
          {},
          h("button", { type: "button", "data-key": "manage", onclick: state.openManager }, t("manage")),
        ),
      record && proof(record),
      terminal.manager.length > 0 && own(terminal.manager),
    ];
  },
};
