import { logAccess } from "../adminQuery.ts";
import { siteCors } from "../cors.ts";
import type { Exchange } from "../Exchange.ts";
import { eraseVisitor } from "../eraseVisitor.ts";
import { namedVisitor } from "../namedVisitor.ts";
import { noContent } from "../reply.ts";

/** `POST /v1/forget`: 204 whether or not the visitor existed. */
export async function postForget(exchange: Exchange): Promise<unknown> {
  const { visitor, served, origin } = namedVisitor(exchange);
  if (origin === "") await logAccess(exchange, "forget", served.site.key, visitor);
  await eraseVisitor(exchange.context, served.site.key, visitor);
  return noContent(exchange, siteCors(origin, served));
}
