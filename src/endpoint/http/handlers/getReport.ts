import { csvPieces } from "../../report/csvPieces.ts";
import type { ReportRow } from "../../store/Store.ts";
import { adminSite, dayRange, logAccess, oneOf, separatorOf } from "../adminQuery.ts";
import { type Exchange, queryOf } from "../Exchange.ts";
import { sendJson } from "../reply.ts";
import { sendCsv } from "../sendCsv.ts";

const COLUMNS = [
  "day",
  "condition",
  "source",
  "channel",
  "entries",
  "visitors",
  "pages",
  "calls",
] as const satisfies readonly (keyof ReportRow)[];

/** `GET /v1/sites/{key}/report`. */
export async function getReport(exchange: Exchange): Promise<unknown> {
  const { site } = adminSite(exchange);
  const query = queryOf(exchange);
  const format = oneOf(query, "format", ["json", "csv"]);
  const separator = separatorOf(query);
  const { from, to } = dayRange(query, site.timeZone);
  await logAccess(exchange, "report", site.key, "all");
  exchange.context.tally.flush();
  const report = await exchange.context.store.report({ site: site.key, timeZone: site.timeZone, from, to });
  if (format !== "csv") return sendJson(exchange, 200, report);
  return sendCsv(exchange, `${site.key}-report-${from}-${to}`, csvPieces(COLUMNS, report.rows, separator));
}
