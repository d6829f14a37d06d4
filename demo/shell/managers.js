import { h } from "./dom.js";
import { t } from "./texts.js";

/** @import { Manager } from "./types.ts" */

/** @type {Manager[]} */
let managers = [];

/** @param {Manager[]} list as `/demo/api/modes` gives it */
export function setManagers(list) {
  managers = list;
}

export function managerByName(name) {
  return managers.find((manager) => manager.name === name);
}

/** Patterns of the names that any of the managers writes: only one is shown, but an earlier one's may be left. */
export function allNames() {
  return managers.flatMap(({ names }) => names);
}

/** Its name as the demo writes it everywhere: a double's says that it is one. */
export function labelOf(name) {
  const manager = managerByName(name);
  if (!manager) return name;
  return manager.isReal ? manager.label : t("manager.double", { label: manager.label });
}

/** The choices of a `<select>`: what is real, then what imitates. One that is not installed cannot be chosen. */
export function managerOptions() {
  return [
    { label: t("manager.real"), isReal: true },
    { label: t("manager.doubles"), isReal: false },
  ].map(({ label, isReal }) =>
    h(
      "optgroup",
      { label },
      managers
        .filter((manager) => manager.isReal === isReal)
        .map(({ name, isAvailable }) =>
          h(
            "option",
            { value: name, disabled: !isAvailable },
            isAvailable ? labelOf(name) : t("manager.missing", { label: labelOf(name) }),
          ),
        ),
    ),
  );
}

/** What it is made of: the npm package of a real one, what a double imitates. */
export function managerOrigin(name) {
  const manager = managerByName(name);
  if (!manager) return [];
  if (manager.isReal) {
    const values = { package: `${manager.package} ${manager.version}`.trim() };
    return [manager.isReference ? t("manager.reference", values) : t("manager.package", values)];
  }
  const link = { href: `/demo/managers/${name}/`, target: "_blank", hreflang: "en", "data-key": "imitates" };
  return [t("manager.imitation"), " ", h("a", link, t("manager.readme"))];
}
