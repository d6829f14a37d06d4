import { h } from "../dom.js";
import { hasText, t, time } from "../texts.js";

/** @import { Panel } from "../types.ts" */

function isOurs({ url, file }, site) {
  const { pathname } = new URL(url);
  // The static file takes the place of the compiled one where the page has another manager than the site.
  return file ? pathname.startsWith(`/${site?.key}.`) || pathname === "/demo/mgt.js" : true;
}

function answerText(answer) {
  return hasText(`answer.${answer}`) ? t(`answer.${answer}`) : String(answer);
}

function tone(answer) {
  if (answer === "queued" || answer === "unseen" || answer === "pending") return "wait";
  return Number(answer) < 400 ? "good" : "bad";
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** What a body says, in a few words: the types of its events, or the status of its record. */
function gist(body) {
  try {
    const { events, status } = JSON.parse(body);
    return events ? events.map(({ type }) => type).join(", ") : (status ?? "");
  } catch {
    return "";
  }
}

function line(request) {
  const { pathname } = new URL(request.url);
  return [
    h("span", { class: "method" }, request.method),
    h("span", { class: "path" }, pathname, " ", h("span", { class: "gist" }, gist(request.body))),
    h("span", { class: "how" }, request.how),
    h("span", { class: `badge ${tone(request.answer)}` }, answerText(request.answer)),
  ];
}

function requestItem(request, open) {
  if (!request.body)
    return h(
      "li",
      { class: request.file ? "request file" : "request" },
      h("div", { class: "head" }, line(request)),
    );
  const key = `request-${request.id}`;
  return h(
    "li",
    { class: "request" },
    h(
      "details",
      { open: open.has(key), ontoggle: (event) => open[event.target.open ? "add" : "delete"](key) },
      h("summary", { class: "head", "data-key": key }, line(request)),
      h("pre", { tabindex: "0" }, pretty(request.body)),
    ),
  );
}

function viewItem(view, { site, allFiles, open }) {
  const shown = view.requests.filter((request) => allFiles || isOurs(request, site));
  const sent = view.requests.some(({ file }) => !file);
  const { pathname, search } = new URL(view.url);
  return h(
    "li",
    { class: "view" },
    h(
      "p",
      { class: "view-title" },
      h("strong", {}, t("pageView", { count: view.count })),
      " ",
      h("code", {}, `${pathname.split("/").at(-1)}${search}`),
      h("time", {}, time(view.at)),
    ),
    h(
      "ul",
      {},
      shown.map((request) => requestItem(request, open)),
    ),
    !sent && h("p", { class: "note small" }, t("requests.nothing")),
  );
}

/**
 * Every request of the site's pages, as it leaves, newest page first.
 * @type {Panel}
 */
export const requestsPanel = {
  id: "requests",
  wide: true,
  facts: ({ views, site, allFiles }) => [
    site,
    allFiles,
    views.map(({ url, requests }) => [url, requests.map(({ id, answer, body }) => [id, answer, body])]),
  ],
  badge: ({ views }) =>
    t("requests.count", {
      count: views.flatMap(({ requests }) => requests).filter(({ file }) => !file).length,
    }),
  render(state) {
    return [
      state.views.length
        ? h(
            "ol",
            { class: "views" },
            state.views.toReversed().map((view) => viewItem(view, state)),
          )
        : h("p", { class: "note" }, t("requests.none")),
      h(
        "label",
        { class: "check" },
        h("input", {
          type: "checkbox",
          "data-key": "all-files",
          checked: state.allFiles,
          onchange: (event) => state.showAllFiles(event.target.checked),
        }),
        t("requests.all"),
      ),
    ];
  },
};
