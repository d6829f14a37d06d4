import { localDay, outerBounds } from "../../report/localDay.ts";
import { toCsv } from "../../report/toCsv.ts";
import { CONSENT_FIELDS } from "../../store/rules/consentChain.ts";
import { adminSite, dayRange, FIRST_DAY, logAccess, oneOf, visitorId } from "../adminQuery.ts";
import type { Exchange } from "../Exchange.ts";
import { sendJson } from "../reply.ts";
import { sendCsv } from "../sendCsv.ts";

/** `GET /v1/sites/{key}/consents`: records by the day of their arrival. */
export async function getConsents(exchange: Exchange): Promise<void> {
  const { site } = adminSite(exchange);
  const query = new URLSearchParams(exchange.query);
  const format = oneOf(query, "format", ["json", "csv"]);
  const status = oneOf(query, "status", ["granted", "withdrawn"]);
  const visitor = query.get("visitor") ? visitorId(query.get("visitor") ?? "") : undefined;
  // A proof is looked up by its visitor, however old it is.
  const { from, to } = dayRange(query, site.timeZone, visitor && FIRST_DAY);
  await logAccess(exchange, "consents", site.key, visitor ?? "all");
  const found = await exchange.context.store.consents({
    site: site.key,
    ...outerBounds(from, to),
    status,
    visitor,
  });
  const consents = found.filter(({ time }) => {
    const day = localDay(time, site.timeZone);
    return day >= from && day <= to;
  });
  if (format === "csv")
    sendCsv(exchange, `${site.key}-consents-${from}-${to}`, toCsv(CONSENT_FIELDS, consents));
  else sendJson(exchange, 200, { consents });
}
