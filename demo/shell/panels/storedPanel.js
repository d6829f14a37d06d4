import { h } from "../dom.js";
import { labelOf } from "../managers.js";
import { t, time } from "../texts.js";

/** @import { Panel } from "../types.ts" */

function short(id) {
  return `${id.slice(0, 8)}…`;
}

function pathOf(url) {
  try {
    const { pathname, search } = new URL(url);
    return `${pathname.split("/").at(-1)}${search}`;
  } catch {
    return url;
  }
}

/** What an event tells, by type. */
const GIST = {
  entry: ({ landing, source, channel, condition }) =>
    `${source} · ${channel} · ${condition || t("noCondition")} · ${pathOf(landing)}`,
  ids: ({ tracking_ids }) => Object.keys(tracking_ids).join(", "),
  page: ({ url, pages }) => `${pages} · ${pathOf(url)}`,
  pages: ({ pages }) => String(pages),
  call_click: ({ number, tracked, condition }) => `${number} → ${tracked} · ${condition || t("noCondition")}`,
};

function eventItem(event, open) {
  const key = `event-${event.id}`;
  return h(
    "li",
    {},
    h(
      "details",
      { open: open.has(key), ontoggle: ({ target }) => open[target.open ? "add" : "delete"](key) },
      h(
        "summary",
        { class: "head", "data-key": key },
        h("strong", {}, t(`event.${event.type}`)),
        h("span", { class: "path" }, GIST[event.type]?.(event) ?? ""),
        h("time", {}, time(event.at)),
      ),
      h("pre", { tabindex: "0" }, JSON.stringify(event, null, 2)),
    ),
  );
}

function consentItem(record, open) {
  const key = `consent-${record.id}`;
  return h(
    "li",
    {},
    h(
      "details",
      { open: open.has(key), ontoggle: ({ target }) => open[target.open ? "add" : "delete"](key) },
      h(
        "summary",
        { class: "head", "data-key": key },
        h(
          "span",
          { class: `badge ${record.status === "granted" ? "good" : "bad"}` },
          t(`stored.${record.status}`),
        ),
        h(
          "span",
          { class: "path" },
          `${labelOf(record.manager)} · ${t("stored.receipt", { id: short(record.receipt) })}`,
        ),
        h("time", {}, time(record.time)),
      ),
      h("pre", { tabindex: "0" }, JSON.stringify(record, null, 2)),
    ),
  );
}

/**
 * Read back from the endpoint's own store, not from what the page says it sent.
 * @type {Panel}
 */
export const storedPanel = {
  id: "stored",
  wide: true,
  facts: ({ stored, visitor, terminal }) => [
    stored && [stored.events, stored.consents],
    visitor,
    terminal.visitor,
  ],
  badge: ({ stored }) => String((stored?.events.length ?? 0) + (stored?.consents.length ?? 0)),
  render({ stored, visitor, terminal, open, readStored, forget }) {
    const events = stored?.events ?? [];
    const consents = stored?.consents ?? [];
    const empty = events.length + consents.length === 0;
    return [
      empty && h("p", { class: "note" }, t(visitor ? "stored.none" : "stored.noVisitor")),
      visitor &&
        terminal.visitor === undefined &&
        !empty &&
        h("p", { class: "note" }, `${t("previousVisitor")} (${short(visitor)})`),
      consents.length > 0 && [
        h("h3", {}, t("stored.consents")),
        h(
          "ul",
          { class: "records" },
          consents.map((record) => consentItem(record, open)),
        ),
      ],
      events.length > 0 && [
        h("h3", {}, t("stored.events")),
        h(
          "ul",
          { class: "records" },
          events.map((event) => eventItem(event, open)),
        ),
      ],
      h(
        "p",
        { class: "buttons" },
        h("button", { type: "button", "data-key": "read", onclick: readStored }, t("stored.refresh")),
        terminal.visitor !== undefined &&
          h(
            "button",
            { type: "button", "data-key": "forget", title: t("stored.forgetTitle"), onclick: forget },
            t("stored.forget"),
          ),
        stored && h("span", { class: "note small" }, t("stored.read", { time: time(stored.readAt) })),
      ),
    ];
  },
};
