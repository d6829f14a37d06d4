import { csvPieces } from "../../report/csvPieces.ts";
import { MEASURES } from "../../report/DayRow.ts";
import { adminSite, dayRange, logAccess, oneOf, separatorOf } from "../adminQuery.ts";
import { type Exchange, queryOf } from "../Exchange.ts";
import { sendJson } from "../reply.ts";
import { divisions } from "../reportQuery.ts";
import { sendCsv } from "../sendCsv.ts";

/** `GET /v1/sites/{key}/report`. */
export async function getReport(exchange: Exchange): Promise<unknown> {
  const { site } = adminSite(exchange);
  const query = queryOf(exchange);
  const format = oneOf(query, "format", ["json", "csv"]);
  const separator = separatorOf(query);
  const { from, to } = dayRange(query, site.timeZone);
  const { by, where } = divisions(query);
  await logAccess(exchange, "report", site.key, "all");
  const { key, timeZone } = site;
  const report = await exchange.context.store.report({ site: key, timeZone, from, to, by, where });
  if (format !== "csv") return sendJson(exchange, 200, report);
  return sendCsv(
    exchange,
    `${key}-report-${from}-${to}`,
    csvPieces([...by, ...MEASURES], report.rows, separator),
  );
}
