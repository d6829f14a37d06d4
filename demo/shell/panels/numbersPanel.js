import { h, icon } from "../dom.js";
import { national, phoneIn } from "../phone.js";
import { t } from "../texts.js";

/** @import { Panel } from "../types.ts" */

function plate({ id, number }, swaps) {
  const tracked = swaps.find((swap) => swap.number === number)?.tracked;
  return h(
    "li",
    { class: tracked ? "swapped" : "" },
    h("span", { class: "plate-name" }, t(`number.${id}`)),
    h("span", { class: "plate-before" }, national(number)),
    icon("arrow"),
    h("strong", {}, tracked ? national(tracked) : t("unchanged")),
  );
}

function row({ place, before, after, changed, excluded }, showPlace) {
  const name = t(`place.${place}`);
  return h(
    "tr",
    { class: changed ? "swapped" : "" },
    h(
      "th",
      { scope: "row" },
      place === "title"
        ? name
        : h(
            "button",
            {
              type: "button",
              class: "text",
              "data-key": place,
              title: t("show"),
              onclick: () => showPlace(place),
            },
            name,
          ),
    ),
    h("td", {}, phoneIn(before.text)),
    h(
      "td",
      {},
      changed ? h("strong", {}, phoneIn(after.text)) : t(excluded ? "excluded" : "unchanged"),
      changed && after.href && h("code", {}, after.href.split("?")[0]),
    ),
  );
}

/**
 * Each number, then each place of the page that shows one: as served, and as it is now.
 * @type {Panel}
 */
export const numbersPanel = {
  id: "numbers",
  wide: true,
  facts: ({ site, decision, places }) => [site, decision?.to_swap, places],
  badge: ({ places }) =>
    t("places", { changed: places.filter(({ changed }) => changed).length, total: places.length }),
  render({ site, decision, places, showPlace }) {
    return [
      h(
        "ul",
        { class: "plates" },
        (site?.numbers ?? []).map((number) => plate(number, decision?.to_swap ?? [])),
      ),
      h(
        "table",
        { class: "places" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["place", "before", "after"].map((name) => h("th", { scope: "col" }, t(name))),
          ),
        ),
        h(
          "tbody",
          {},
          places.map((place) => row(place, showPlace)),
        ),
      ),
    ];
  },
};
