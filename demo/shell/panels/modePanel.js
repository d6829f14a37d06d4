import { h, icon } from "../dom.js";
import { t } from "../texts.js";

/** @import { Panel } from "../types.ts" */

function row(label, value, allowed) {
  return h(
    "div",
    { class: "fact" },
    h("dt", {}, label),
    h("dd", {}, icon(allowed ? "yes" : "no", `mark ${allowed ? "good" : "off"}`), value),
  );
}

/**
 * The chosen mode's row of the table that drives both the script and the endpoint.
 * @type {Panel}
 */
export const modePanel = {
  id: "mode",
  facts: ({ mode, site, modes }) => [mode, site, modes],
  badge: ({ mode }) => mode,
  render({ mode, site, modes }) {
    const { conditions, storage, consent, collects, callClicks } = modes[mode];
    const optional = consent === "optional" && site?.consent.rotation === "required" ? ".required" : "";
    const sent = [...collects, ...(callClicks && site?.callClicks ? ["call_click"] : [])];
    return [
      h("p", { class: "note" }, t(`mode.${mode}`)),
      h(
        "dl",
        { class: "facts" },
        row(t("allows.swap"), t(conditions ? "allows.swap.condition" : "allows.swap.always"), true),
        row(t("allows.storage"), t(storage ? "yes" : "no"), storage),
        row(
          t("allows.collects"),
          sent.map((type) => t(`collects.${type}`)).join(", ") || t("nothing"),
          sent.length > 0,
        ),
        row(t("allows.consent"), t(`consent.${consent}${optional}`), consent !== "none"),
      ),
      !site && h("p", { class: "warning" }, t("noSite")),
    ];
  },
};
