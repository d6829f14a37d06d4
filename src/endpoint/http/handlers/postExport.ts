import { logAccess } from "../adminQuery.ts";
import { admitPage } from "../admitPage.ts";
import { siteCors } from "../cors.ts";
import type { Exchange } from "../Exchange.ts";
import { sendJson } from "../reply.ts";
import { checkVisitor } from "./postForget.ts";

/** `POST /v1/export`: the copy of one visitor; the secret id is the authorisation. */
export async function postExport(exchange: Exchange): Promise<void> {
  const { body, served, origin } = await admitPage(exchange, "export");
  checkVisitor(body);
  const visitor = body.visitor.toLowerCase();
  if (origin === "") await logAccess(exchange, "export", served.site.key, visitor);
  const copy = await exchange.context.store.copy(served.site.key, visitor);
  sendJson(exchange, 200, copy, siteCors(origin, served));
}
