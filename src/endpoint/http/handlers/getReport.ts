import { MEASURES } from "../../report/DayRow.ts";
import { toCsv } from "../../report/toCsv.ts";
import { adminSite, dayRange, logAccess, oneOf } from "../adminQuery.ts";
import type { Exchange } from "../Exchange.ts";
import { sendJson } from "../reply.ts";
import { divisions } from "../reportQuery.ts";
import { sendCsv } from "../sendCsv.ts";

/** `GET /v1/sites/{key}/report`. */
export async function getReport(exchange: Exchange): Promise<void> {
  const { site } = adminSite(exchange);
  const query = new URLSearchParams(exchange.query);
  const format = oneOf(query, "format", ["json", "csv"]);
  const { from, to } = dayRange(query, site.timeZone);
  const { by, where } = divisions(query);
  await logAccess(exchange, "report", site.key, "all");
  const { key, timeZone } = site;
  const report = await exchange.context.store.report({ site: key, timeZone, from, to, by, where });
  if (format === "csv")
    sendCsv(exchange, `${key}-report-${from}-${to}`, toCsv([...by, ...MEASURES], report.rows));
  else sendJson(exchange, 200, report);
}
