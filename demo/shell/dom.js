const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. Properties beginning with `on` are listeners; `true` and `false` set or leave out an
 * attribute; children that are `false`, `null` or `undefined` are skipped.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(9).filter((child) => child !== false && child != null));
  return element;
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
