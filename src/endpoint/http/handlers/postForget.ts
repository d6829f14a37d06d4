import { logAccess } from "../adminQuery.ts";
import { siteCors } from "../cors.ts";
import type { Exchange } from "../Exchange.ts";
import { eraseVisitor } from "../eraseVisitor.ts";
import { namedVisitor } from "../namedVisitor.ts";
import { noContent, sendJson } from "../reply.ts";

/** `POST /v1/forget`: 204 whether or not the visitor existed. */
export async function postForget(exchange: Exchange): Promise<unknown> {
  const { visitor, served, origin } = namedVisitor(exchange);
  if (origin === "") await logAccess(exchange, "forget", served.site.key, visitor);
  const { rest } = await eraseVisitor(exchange.context, served.site.key, visitor);
  const cors = siteCors(origin, served);
  return rest ? sendJson(exchange, 202, {}, cors) : noContent(exchange, cors);
}
