import { ARRIVALS, arrivalById } from "./arrivals.js";
import { byId, h, icon } from "./dom.js";
import { labelOf, managerByName, managerOptions, managerOrigin } from "./managers.js";
import { t } from "./texts.js";

/**
 * @import { MODES, ModeName } from "../../src/vocabulary/modes.ts"
 * @import { Chosen, DemoSite } from "./types.ts"
 */

function choice(group, value, label, checked, picture) {
  const id = `${group}-${value}`;
  return [
    h("input", { type: "radio", name: group, id, value, checked }),
    h("label", { for: id }, picture && icon(picture), label),
  ];
}

/**
 * The controls: mode, arrival, consent manager, new visitor. The choice is kept in the address, so that it can be shared and
 * survives a change of language.
 * @param {typeof MODES} modes
 * @param {DemoSite[]} sites one for each mode
 * @param {(chosen: Chosen, fresh: boolean) => void} start stages it, with a new visitor if `fresh`
 */
export function scenario(modes, sites, start) {
  /** @type {HTMLFormElement} */
  const form = byId("scenario");
  const asked = new URLSearchParams(location.search);
  const mode = Object.hasOwn(modes, asked.get("mode") ?? "") ? asked.get("mode") : "parcours";
  const arrival = arrivalById(asked.get("arrival")).id;

  byId("modes").append(...Object.keys(modes).flatMap((name) => choice("mode", name, name, name === mode)));
  byId("arrivals").append(
    ...ARRIVALS.flatMap(({ id }) => choice("arrival", id, t(`arrival.${id}`), id === arrival, id)),
  );

  /** @type {HTMLSelectElement} */
  const manager = byId("manager");
  const origin = byId("manager-origin");
  manager.append(...managerOptions());
  const wanted = managerByName(asked.get("manager"));
  manager.value = wanted?.isAvailable ? wanted.name : (siteOf(mode)?.manager ?? "");

  /** @returns {Chosen} */
  function chosen() {
    const said = new FormData(form);
    const mode = /** @type {ModeName} */ (said.get("mode"));
    return { mode, arrival: String(said.get("arrival")), manager: manager.value };
  }

  function siteOf(name) {
    return sites.find((site) => site.mode === name);
  }

  function explainManager() {
    const asks = siteOf(chosen().mode)?.asks ?? false;
    manager.disabled = !asks;
    origin.replaceChildren(...(asks ? managerOrigin(manager.value) : [t("manager.notAsked")]));
  }

  function apply(fresh) {
    /** @type {HTMLAnchorElement} */
    const link = byId("language");
    for (const address of [new URL(location.href), new URL(link.href)]) {
      for (const [name, value] of Object.entries(chosen())) address.searchParams.set(name, value);
      if (address.search.includes(`lang=${link.hreflang}`)) link.href = address.href;
      else history.replaceState(null, "", address);
    }
    const words = [chosen().mode, t(`arrival.${chosen().arrival}`)];
    if (siteOf(chosen().mode)?.asks) words.push(labelOf(chosen().manager));
    byId("scenario-chosen").textContent = words.join(" · ");
    explainManager();
    start(chosen(), fresh);
  }

  // Folded away on a phone, where the site needs the room.
  const toggle = byId("scenario-toggle");
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
  });

  /** @type {HTMLInputElement} */
  const same = byId("same-visitor");
  form.addEventListener("change", ({ target }) => {
    const name = target instanceof Element ? target.getAttribute("name") : "";
    // Modes are different sites: they share this origin's storage, so a visitor of one is none of another.
    // Another manager knows nothing of what the visitor told the last one.
    if (name === "mode" || name === "manager") apply(true);
    if (name === "arrival") apply(!same.checked);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("new-visitor").addEventListener("click", () => apply(true));
  return { start: () => apply(true), chosen };
}
