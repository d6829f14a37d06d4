/** @import { Child } from "./types.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element that the shell's page has.
 * @template {HTMLElement} [Found=HTMLElement]
 * @param {string} id
 * @returns {Found}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the shell's page has no #${id}`);
  return /** @type {Found} */ (found);
}

/**
 * An element. Properties beginning with `on` are listeners; `true` and `false` set or leave out an
 * attribute; children that are `false`, `null` or `undefined` are skipped.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} properties
 * @param {Child[]} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...appendable(children));
  return element;
}

/**
 * What of children can be appended.
 * @param {Child} child
 * @returns {(Node | string)[]}
 */
export function appendable(child) {
  if (Array.isArray(child)) return child.flatMap(appendable);
  return child === false || child == null ? [] : [child];
}

/** An icon of icons.svg, decorative: the text beside it says the same. */
export function icon(name, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", className);
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/demo/shell/icons.svg#${name}`);
  svg.append(use);
  return svg;
}
