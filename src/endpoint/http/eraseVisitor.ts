import type { Erasure } from "../store/Store.ts";
import type { EndpointContext } from "./Exchange.ts";
import { reportRest } from "./reportRest.ts";

/** Erases what the store has of a visitor, and what this process remembers. */
export async function eraseVisitor(
  context: EndpointContext,
  site: string,
  visitor: string,
): Promise<Erasure> {
  const erasure = await context.store.erase(site, visitor);
  context.visitors.forget(site, visitor);
  reportRest(context, site, erasure.rest);
  return erasure;
}
