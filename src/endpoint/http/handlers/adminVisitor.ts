import { adminSite, logAccess, visitorId } from "../adminQuery.ts";
import type { Exchange } from "../Exchange.ts";
import { sendJson } from "../reply.ts";
import { reportRest } from "../reportRest.ts";

/** `GET /v1/sites/{key}/visitors/{id}`: the same copy that the visitor gets. */
export async function getVisitor(exchange: Exchange): Promise<void> {
  const { site } = adminSite(exchange);
  const visitor = visitorId(exchange.parameters[1] ?? "");
  await logAccess(exchange, "visitor", site.key, visitor);
  sendJson(exchange, 200, await exchange.context.store.copy(site.key, visitor));
}

/** `DELETE /v1/sites/{key}/visitors/{id}`. */
export async function deleteVisitor(exchange: Exchange): Promise<void> {
  const { site } = adminSite(exchange);
  const visitor = visitorId(exchange.parameters[1] ?? "");
  await logAccess(exchange, "erase", site.key, visitor);
  const { erased, rest } = await exchange.context.store.erase(site.key, visitor);
  reportRest(exchange.context, site.key, rest);
  sendJson(exchange, rest ? 202 : 200, { erased });
}
