import type { Exchange } from "./Exchange.ts";
import { sendStream } from "./reply.ts";

/** @param name of the file that the browser saves, without its extension */
export function sendCsv(exchange: Exchange, name: string, csv: AsyncIterable<string>): unknown {
  return sendStream(exchange, "text/csv; charset=utf-8", csv, {
    "Content-Disposition": `attachment; filename="${name}.csv"`,
  });
}
