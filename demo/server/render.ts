const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Fills a template: `{{name}}` is escaped, `{{{name}}}` is HTML that we made ourselves. One pass, so that
 * a value which itself contains braces is left as it is; an unknown name throws, since it is a typing error
 * in a template.
 */
export function render(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\{([\w.-]+)\}\}\}|\{\{([\w.-]+)\}\}/g, (_, raw?: string, escaped?: string) => {
    const name = raw ?? escaped ?? "";
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`demo: the template names "${name}", which has no value`);
    return raw === undefined ? escapeHtml(value) : value;
  });
}

/** JSON that may stand inside a `<script type="application/json">`. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
