import { csvPieces } from "../../report/csvPieces.ts";
import { CONSENT_FIELDS } from "../../store/rules/consentChain.ts";
import { adminSite, dayRange, FIRST_DAY, logAccess, oneOf, separatorOf, visitorId } from "../adminQuery.ts";
import { consentsBetween } from "../consentsBetween.ts";
import { type Exchange, queryOf } from "../Exchange.ts";
import { jsonPieces } from "../jsonPieces.ts";
import { sendStream } from "../reply.ts";
import { sendCsv } from "../sendCsv.ts";

/** `GET /v1/sites/{key}/consents`: records by the day of their arrival. */
export async function getConsents(exchange: Exchange): Promise<unknown> {
  const { site } = adminSite(exchange);
  const query = queryOf(exchange);
  const format = oneOf(query, "format", ["json", "csv"]);
  const separator = separatorOf(query);
  const status = oneOf(query, "status", ["granted", "withdrawn"]);
  const visitor = query.get("visitor") ? visitorId(query.get("visitor") ?? "") : undefined;
  // A proof is looked up by its visitor, however old it is.
  const { from, to } = dayRange(query, site.timeZone, visitor && FIRST_DAY);
  await logAccess(exchange, "consents", site.key, visitor ?? "all");
  const wanted = { site: site.key, timeZone: site.timeZone, from, to, status, visitor };
  const consents = consentsBetween(exchange.context.store, wanted);
  if (format === "csv") {
    const csv = csvPieces(CONSENT_FIELDS, consents, separator);
    return sendCsv(exchange, `${site.key}-consents-${from}-${to}`, csv);
  }
  return sendStream(exchange, "application/json; charset=utf-8", jsonPieces({ consents }));
}
