import { byId } from "./dom.js";
import { t } from "./texts.js";

/** On a phone the site and the inspector share one place: tabs, moved along with the arrow keys. */
export function tabs(changed) {
  const list = byId("tabs");
  const buttons = [...list.querySelectorAll("button")];
  const shown = buttons.map((button) => ({
    button,
    panel: byId(button.getAttribute("aria-controls") ?? ""),
  }));
  const narrow = matchMedia("(max-width: 60rem)");
  let selected = 0;

  function apply() {
    if (narrow.matches) {
      list.setAttribute("role", "tablist");
      list.setAttribute("aria-label", t("view"));
    }
    shown.forEach(({ button, panel }, index) => {
      const current = index === selected;
      if (narrow.matches) {
        button.setAttribute("role", "tab");
        button.setAttribute("aria-selected", String(current));
        button.tabIndex = current ? 0 : -1;
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", button.id);
      } else {
        panel.removeAttribute("role");
        panel.removeAttribute("aria-labelledby");
      }
      panel.toggleAttribute("data-behind", narrow.matches && !current);
    });
    changed(narrow.matches && selected === 0);
  }

  function select(index, focus) {
    selected = (index + buttons.length) % buttons.length;
    apply();
    if (focus) buttons[selected]?.focus();
  }

  const MOVES = { ArrowRight: 1, ArrowLeft: -1 };
  buttons.forEach((button, index) => {
    button.addEventListener("click", () => select(index, false));
    button.addEventListener("keydown", ({ key }) => {
      if (key === "Home") select(0, true);
      else if (key === "End") select(buttons.length - 1, true);
      else if (key in MOVES) select(index + MOVES[key], true);
    });
  });
  narrow.addEventListener("change", apply);
  apply();
  return { select: (index) => select(index, false) };
}
