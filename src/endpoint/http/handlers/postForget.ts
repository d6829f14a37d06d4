import { visitorSchema } from "../../ingest/schemas.ts";
import { validator } from "../../ingest/validator.ts";
import { logAccess } from "../adminQuery.ts";
import { admitPage } from "../admitPage.ts";
import { siteCors } from "../cors.ts";
import type { Exchange } from "../Exchange.ts";
import { noContent, sendJson } from "../reply.ts";
import { reportRest } from "../reportRest.ts";

export const checkVisitor: (value: unknown) => asserts value is { site: string; visitor: string } =
  validator(visitorSchema);

/** `POST /v1/forget`: 204 whether or not the visitor existed. */
export async function postForget(exchange: Exchange): Promise<void> {
  const { body, served, origin } = await admitPage(exchange, "forget");
  checkVisitor(body);
  const visitor = body.visitor.toLowerCase();
  if (origin === "") await logAccess(exchange, "forget", served.site.key, visitor);
  const { rest } = await exchange.context.store.erase(served.site.key, visitor);
  reportRest(exchange.context, served.site.key, rest);
  const cors = siteCors(origin, served);
  if (rest) sendJson(exchange, 202, {}, cors);
  else noContent(exchange, cors);
}
