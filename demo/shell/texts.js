import { byId } from "./dom.js";

/** @type {Record<string, string>} */
const texts = JSON.parse(byId("texts").textContent);

export const language = document.documentElement.lang;

/**
 * A text in the shell's language, `{name}` filled in.
 * @param {string} name
 * @param {Record<string, unknown>} values
 * @returns {string}
 */
export function t(name, values = {}) {
  const text = texts[name] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

/** Whether there is a text of this name. */
export function hasText(name) {
  return Object.hasOwn(texts, name);
}

/** Time of day with seconds. */
export function time(ms) {
  return new Date(ms).toLocaleTimeString(language);
}
