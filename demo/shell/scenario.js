import { ARRIVALS } from "./arrivals.js";
import { h, icon } from "./dom.js";
import { labelOf, managerByName, managerOptions, managerOrigin } from "./managers.js";
import { t } from "./texts.js";

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
 * @param sites the demo's, one for each mode
 * @param start `(scenario, fresh)`: stage this `{ mode, arrival, manager }`, with a new visitor if `fresh`
 */
export function scenario(modes, sites, start) {
  const form = document.getElementById("scenario");
  const asked = new URLSearchParams(location.search);
  const mode = Object.hasOwn(modes, asked.get("mode") ?? "") ? asked.get("mode") : "parcours";
  const arrival = ARRIVALS.some(({ id }) => id === asked.get("arrival"))
    ? asked.get("arrival")
    : "google-ads";

  document
    .getElementById("modes")
    .append(...Object.keys(modes).flatMap((name) => choice("mode", name, name, name === mode)));
  document
    .getElementById("arrivals")
    .append(...ARRIVALS.flatMap(({ id }) => choice("arrival", id, t(`arrival.${id}`), id === arrival, id)));

  const manager = document.getElementById("manager");
  const origin = document.getElementById("manager-origin");
  manager.append(...managerOptions());
  manager.value = managerByName(asked.get("manager"))?.isAvailable
    ? asked.get("manager")
    : (siteOf(mode)?.manager ?? "");

  const chosen = () => ({
    mode: form.elements.mode.value,
    arrival: form.elements.arrival.value,
    manager: manager.value,
  });

  function siteOf(name) {
    return sites.find((site) => site.mode === name);
  }

  function explainManager() {
    const asks = siteOf(chosen().mode)?.asks ?? false;
    manager.disabled = !asks;
    origin.replaceChildren(...(asks ? managerOrigin(manager.value) : [t("manager.notAsked")]));
  }

  function apply(fresh) {
    const link = document.getElementById("language");
    for (const address of [new URL(location.href), new URL(link.href)]) {
      for (const [name, value] of Object.entries(chosen())) address.searchParams.set(name, value);
      if (address.search.includes(`lang=${link.hreflang}`)) link.href = address.href;
      else history.replaceState(null, "", address);
    }
    const words = [chosen().mode, t(`arrival.${chosen().arrival}`)];
    if (siteOf(chosen().mode)?.asks) words.push(labelOf(chosen().manager));
    document.getElementById("scenario-chosen").textContent = words.join(" · ");
    explainManager();
    start(chosen(), fresh);
  }

  // Folded away on a phone, where the site needs the room.
  const toggle = document.getElementById("scenario-toggle");
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
  });

  const same = document.getElementById("same-visitor");
  form.addEventListener("change", ({ target }) => {
    // Modes are different sites: they share this origin's storage, so a visitor of one is none of another.
    // Another manager knows nothing of what the visitor told the last one.
    if (target.name === "mode" || target.name === "manager") apply(true);
    if (target.name === "arrival") apply(!same.checked);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("new-visitor").addEventListener("click", () => apply(true));
  return { start: () => apply(true), chosen };
}
