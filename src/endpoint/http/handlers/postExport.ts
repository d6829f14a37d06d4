import { logAccess } from "../adminQuery.ts";
import { siteCors } from "../cors.ts";
import type { Exchange } from "../Exchange.ts";
import { namedVisitor } from "../namedVisitor.ts";
import { sendCopy } from "../sendCopy.ts";

/** `POST /v1/export`: the copy of one visitor; the secret id is the authorisation. */
export async function postExport(exchange: Exchange): Promise<unknown> {
  const { visitor, served, origin } = namedVisitor(exchange);
  if (origin === "") await logAccess(exchange, "export", served.site.key, visitor);
  return sendCopy(exchange, served.site.key, visitor, siteCors(origin, served));
}
