import { siteSchema } from "./siteSchema.ts";

interface Shape {
  properties?: Readonly<Record<string, Shape>>;
  items?: Shape;
}

const site: Shape = siteSchema.$defs.site as Shape;
const part = (name: string): Shape => site.properties?.[name] ?? {};

/** Where keys belong that stand in the wrong object, in words. */
const PLACES: readonly (readonly [words: string, shape: Shape])[] = [
  ['into an element of "sites"', site],
  ['into "consent"', part("consent")],
  ['into an element of "numbers"', part("numbers").items ?? {}],
  ['into an element of "conditions"', part("conditions").items ?? {}],
  ['into "when", the rule of a condition', siteSchema.$defs.when as Shape],
  ['into "hours"', (siteSchema.$defs.when as Shape).properties?.hours ?? {}],
  ['into "pages"', (siteSchema.$defs.when as Shape).properties?.pages ?? {}],
];

/** In which other object a key would be right; nothing where in none. @param keys that are right where it stands */
export function placeOf(key: string, keys: readonly string[]): string | undefined {
  const found = PLACES.find(
    ([, { properties = {} }]) =>
      Object.hasOwn(properties, key) && Object.keys(properties).join() !== keys.join(),
  );
  return found?.[0];
}
