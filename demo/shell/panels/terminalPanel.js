import { h } from "../dom.js";
import { parseSession } from "../terminal.js";
import { hasText, t, time } from "../texts.js";

/** @import { Panel } from "../types.ts" */

const TIMES = ["last_action", "since"];

function value(key, content) {
  if (TIMES.includes(key)) return [time(content), h("span", { class: "raw" }, ` ${content}`)];
  return typeof content === "string" ? content || '""' : JSON.stringify(content, null, 1);
}

function absent(storage) {
  return h(
    "p",
    { class: "absent" },
    h("strong", {}, t("absent")),
    " · ",
    t(storage ? "absent.consent" : "absent.mode"),
  );
}

/**
 * The two names, and nothing else, as the browser holds them at this moment.
 * @type {Panel}
 */
export const terminalPanel = {
  id: "terminal",
  wide: true,
  facts: ({ terminal, mode, modes }) => [terminal, mode, modes],
  badge: ({ terminal }) =>
    terminal.session === undefined ? t("absent") : t("chars", { count: new Blob([terminal.session]).size }),
  render({ terminal, mode, modes }) {
    const { storage } = modes[mode];
    const session = parseSession(terminal.session);
    return [
      h("h3", {}, t("cookie"), " ", h("code", {}, "mgt_visitor")),
      terminal.visitor === undefined
        ? absent(storage)
        : h("p", { class: "value" }, h("code", {}, terminal.visitor)),
      h("h3", {}, t("session"), " ", h("code", {}, "mgt_session")),
      terminal.session === undefined
        ? absent(storage)
        : h(
            "dl",
            { class: "keys" },
            Object.entries(session ?? { "?": terminal.session }).map(([key, content]) =>
              h(
                "div",
                {},
                h("dt", {}, h("code", {}, key), hasText(`key.${key}`) && h("small", {}, t(`key.${key}`))),
                h("dd", {}, value(key, content)),
              ),
            ),
          ),
    ];
  },
};
