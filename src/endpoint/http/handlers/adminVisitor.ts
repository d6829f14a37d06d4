import { adminSite, logAccess, visitorId } from "../adminQuery.ts";
import { type Exchange, parameter } from "../Exchange.ts";
import { eraseVisitor } from "../eraseVisitor.ts";
import { sendJson } from "../reply.ts";
import { sendCopy } from "../sendCopy.ts";

/** `GET /v1/sites/{key}/visitors/{id}`: the same copy that the visitor gets. */
export async function getVisitor(exchange: Exchange): Promise<unknown> {
  const { site } = adminSite(exchange);
  const visitor = visitorId(parameter(exchange, "visitor"));
  await logAccess(exchange, "visitor", site.key, visitor);
  return sendCopy(exchange, site.key, visitor);
}

/** `DELETE /v1/sites/{key}/visitors/{id}`. */
export async function deleteVisitor(exchange: Exchange): Promise<unknown> {
  const { site } = adminSite(exchange);
  const visitor = visitorId(parameter(exchange, "visitor"));
  await logAccess(exchange, "erase", site.key, visitor);
  const { erased, rest } = await eraseVisitor(exchange.context, site.key, visitor);
  return sendJson(exchange, rest ? 202 : 200, { erased });
}
