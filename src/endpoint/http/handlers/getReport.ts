import { toCsv } from "../../report/toCsv.ts";
import type { ReportRow } from "../../store/Store.ts";
import { adminSite, dayRange, logAccess, oneOf } from "../adminQuery.ts";
import type { Exchange } from "../Exchange.ts";
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
export async function getReport(exchange: Exchange): Promise<void> {
  const { site } = adminSite(exchange);
  const query = new URLSearchParams(exchange.query);
  const format = oneOf(query, "format", ["json", "csv"]);
  const { from, to } = dayRange(query, site.timeZone);
  await logAccess(exchange, "report", site.key, "all");
  const report = await exchange.context.store.report({ site: site.key, timeZone: site.timeZone, from, to });
  if (format === "csv") sendCsv(exchange, `${site.key}-report-${from}-${to}`, toCsv(COLUMNS, report.rows));
  else sendJson(exchange, 200, report);
}
