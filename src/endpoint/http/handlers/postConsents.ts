import { collectedTypes, needsConsent } from "../../../vocabulary/modes.ts";
import { countReason, type Dropped, unknownKeys } from "../../ingest/minimise.ts";
import { consentSchema, type PostedConsent } from "../../ingest/schemas.ts";
import type { LoggedConsent } from "../../store/Store.ts";
import { admittedTo } from "../admitPage.ts";
import { siteCors } from "../cors.ts";
import { countDropped } from "../countDropped.ts";
import type { Exchange } from "../Exchange.ts";
import { noContent } from "../reply.ts";
import type { ServedSite } from "../SiteRegistry.ts";

/** `POST /v1/consents`: one record of the consent log, 204 once it is durable. */
export async function postConsents(exchange: Exchange): Promise<unknown> {
  const { context, request } = exchange;
  const { body, served, origin, began } = admittedTo<PostedConsent>(exchange);
  const dropped: Dropped = new Map();
  await context.limits.spend(request.raw, "consents", "cpu", (performance.now() - began) * 1_000);
  if (!needsConsent(served.site)) {
    countReason(dropped, "mode");
  } else {
    countReason(dropped, "field", unknownKeys(body, consentSchema.properties));
    const record = loggedConsent(body, served, origin);
    if (body.visitor && record.visitor === "") countReason(dropped, "mode");
    await context.store.addConsent(record);
    context.metrics.add("mgt_consents_total", { site: record.site, status: record.status });
  }
  countDropped(context, served, dropped);
  return noContent(exchange, siteCors(origin, served));
}

function loggedConsent(
  body: PostedConsent,
  { site, script: current, versions }: ServedSite,
  origin: string,
): LoggedConsent {
  const { id, receipt, status, script = "" } = body;
  // `rotation` collects no visitor, and a withdrawal names only the receipt that it ends.
  const linked = collectedTypes(site).length > 0 && status === "granted";
  const served = [current, ...versions.values()].find((one) => one?.build === script);
  return {
    id: id.toLowerCase(),
    site: site.key,
    visitor: linked ? (body.visitor ?? "").toLowerCase() : "",
    receipt,
    at: Math.round(body.at),
    status,
    manager: body.manager ?? "",
    manager_version: body.manager_version ?? "",
    key: body.key ?? "",
    signal: body.signal ?? "",
    notice: body.notice ?? "",
    script,
    time: Date.now(),
    origin,
    served: served?.version ?? "",
  };
}
