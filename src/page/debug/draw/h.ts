export type Child = Node | string | false | null | undefined | readonly Child[];
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** An element of the overlay's own: nothing here ever touches one of the page's. */
export function h(name: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== false) element.setAttribute(key, value === true ? "" : value);
  element.append(...appendable(children));
  return element;
}

/** Lists flattened, what is left out left out. */
export const appendable = (children: readonly Child[]): (Node | string)[] =>
  children.flatMap((child) =>
    Array.isArray(child)
      ? appendable(child as readonly Child[])
      : child === false || child === undefined || child === null
        ? []
        : [child as Node | string],
  );
