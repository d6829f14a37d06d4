/** @import { Place, PlaceText, View } from "./types.ts" */

/** @type {Map<string, Map<string, PlaceText>>} */
const served = new Map();

function line(text) {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * @param {Element} element
 * @returns {PlaceText}
 */
function describe(element) {
  return {
    text: line(element.textContent),
    href: element.getAttribute("href") ?? "",
    title: element.getAttribute("title") ?? "",
    label: element.getAttribute("aria-label") ?? "",
  };
}

/** @param {Document} document */
function placesOf(document) {
  const places = new Map([["title", { text: line(document.title), href: "", title: "", label: "" }]]);
  const roots = [document, ...[...document.querySelectorAll("template")].map(({ content }) => content)];
  for (const root of roots) {
    for (const element of root.querySelectorAll("[data-place]"))
      places.set(element.getAttribute("data-place") ?? "", describe(element));
  }
  return places;
}

/**
 * Every place of a page that holds a number, as the server sent it, before any script.
 * @param {string} url
 */
async function servedPlaces(url) {
  const { pathname } = new URL(url);
  const before = served.get(pathname);
  if (before) return before;
  const html = await (await fetch(pathname)).text();
  const places = placesOf(new DOMParser().parseFromString(html, "text/html"));
  served.set(pathname, places);
  return places;
}

/**
 * Compares each place as served with the live page, and marks in the page what differs.
 * @param {View} view
 * @returns {Promise<Place[]>} in the page's order; blocks that the page has not added yet are left out
 */
export async function comparePlaces(view) {
  const before = await servedPlaces(view.url);
  const live = view.window.document;
  if (!live) return [];
  /** @type {Place[]} */
  const rows = [];
  for (const element of [live.querySelector("title"), ...live.querySelectorAll("body [data-place]")]) {
    if (!element) continue;
    const place = element.getAttribute("data-place") ?? "title";
    const original = before.get(place);
    if (!original) continue;
    const after =
      place === "title" ? { text: line(live.title), href: "", title: "", label: "" } : describe(element);
    const changed = JSON.stringify(original) !== JSON.stringify(after);
    if (place !== "title") element.toggleAttribute("data-demo-changed", changed);
    const excluded = !changed && element.closest("[data-mgt-noswap]") !== null;
    rows.push({ place, before: original, after, changed, excluded });
  }
  return rows;
}

/**
 * Brings a place into view and lights it up for a moment.
 * @param {View} view
 * @param {string} place
 */
export function showPlace(view, place) {
  /** @type {HTMLElement | null | undefined} */
  const element = view.window.document?.querySelector(`body [data-place="${CSS.escape(place)}"]`);
  if (!element) return;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  element.removeAttribute("data-demo-found");
  void element.offsetWidth;
  element.setAttribute("data-demo-found", "");
}
