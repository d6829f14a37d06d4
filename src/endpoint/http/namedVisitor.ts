import type { PostedVisitor } from "../ingest/schemas.ts";
import { type Admitted, admittedTo } from "./admitPage.ts";
import type { Exchange } from "./Exchange.ts";

/** The visitor that a valid body names, in lower case, and what was let in with it. */
export function namedVisitor(exchange: Exchange): Admitted & { visitor: string } {
  const admitted = admittedTo<PostedVisitor>(exchange);
  return { ...admitted, visitor: admitted.body.visitor.toLowerCase() };
}
