import { t } from "./texts.js";

const COMPARISONS = ["is", "in", "starts", "contains", "like"];

function list(value) {
  return [value].flat().join(", ");
}

function bounds({ min, max }) {
  return [min !== undefined && t("atLeast", { value: min }), max !== undefined && t("atMost", { value: max })]
    .filter(Boolean)
    .join(" ");
}

/** A rule (`when`, or the leaf of it that failed) in words. */
export function inWords(when) {
  if (!when) return "";
  if (when.any) return when.any.map(inWords).join(t("leaf.any"));
  if (when.all) return when.all.map(inWords).join(t("leaf.all"));
  if (when.not) return t("leaf.not", { value: inWords(when.not) });
  if (when.param !== undefined) {
    const comparison = COMPARISONS.find((name) => when[name] !== undefined);
    const words = t("leaf.param", { name: when.param });
    return comparison ? `${words} ${t(`leaf.${comparison}`, { value: list(when[comparison]) })}` : words;
  }
  if (when.pages) return t("leaf.pages", { value: bounds(when.pages) });
  if (when.hours) {
    const { days = [], from = "", to = "" } = when.hours;
    return t("leaf.hours", { value: `${days.join(", ")} ${from}–${to}`.trim() });
  }
  const [[name, value] = ["", ""]] = Object.entries(when);
  return t(`leaf.${name}`, { value: list(value) });
}
