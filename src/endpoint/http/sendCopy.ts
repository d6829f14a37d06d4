import type { OutgoingHttpHeaders } from "node:http";
import type { Exchange } from "./Exchange.ts";
import { jsonPieces } from "./jsonPieces.ts";
import { sendStream } from "./reply.ts";

/** Sends everything that is known under one visitor id, piece by piece. */
export async function sendCopy(
  exchange: Exchange,
  site: string,
  visitor: string,
  headers: OutgoingHttpHeaders = {},
): Promise<unknown> {
  const copy = await exchange.context.store.copy(site, visitor);
  return sendStream(exchange, "application/json; charset=utf-8", jsonPieces({ ...copy }), headers);
}
