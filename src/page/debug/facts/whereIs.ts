/** Elements named in a path, the innermost last. */
const MAX_STEPS = 3;

function classOf(element: Element): string {
  const [name] = (element.getAttribute("class") || "").trim().split(/\s+/);
  return name ? `.${name}` : "";
}

const nameOf = (element: Element): string =>
  element.localName + (element.id ? `#${element.id}` : classOf(element));

/** Where an element is, for a person: `footer > p.phone > a`. */
export function whereIs(element: Element | null): string {
  const steps: string[] = [];
  for (let each = element; each && steps.length < MAX_STEPS; each = each.parentElement) {
    steps.unshift(nameOf(each));
    if (each.id) break;
  }
  return steps.join(" > ");
}
