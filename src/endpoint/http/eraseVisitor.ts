import type { EndpointContext } from "./Exchange.ts";

/** Erases what the store has of a visitor, and what this process remembers. @returns the events deleted */
export async function eraseVisitor(
  { store, visitors }: EndpointContext,
  site: string,
  visitor: string,
): Promise<number> {
  const erased = await store.erase(site, visitor);
  visitors.forget(site, visitor);
  return erased;
}
