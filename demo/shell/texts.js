const texts = JSON.parse(document.getElementById("texts").textContent);

export const language = document.documentElement.lang;

/** A text in the shell's language, `{name}` filled in. */
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
