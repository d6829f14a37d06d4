import type { Exchange } from "./Exchange.ts";
import { sendText } from "./reply.ts";

/** @param name of the file that the browser saves, without its extension */
export function sendCsv(exchange: Exchange, name: string, csv: string): void {
  sendText(exchange, 200, "text/csv; charset=utf-8", csv, {
    "Content-Disposition": `attachment; filename="${name}.csv"`,
  });
}
