import { requireAdmin } from "../adminToken.ts";
import { isLoopback } from "../clientAddress.ts";
import type { EndpointContext, Exchange } from "../Exchange.ts";
import { comeBack } from "../HttpError.ts";
import { sendJson, sendText } from "../reply.ts";

/** `GET /healthz`: the process answers. */
export function getHealth(exchange: Exchange): unknown {
  return sendJson(exchange, 200, { status: "ok" });
}

/** `GET /readyz`: every site's script is served and the store takes a write. */
export async function getReadiness(exchange: Exchange): Promise<unknown> {
  const { context } = exchange;
  if (!context.registry.ready || context.closing) throw comeBack(503, "not_ready", "starting or stopping", 1);
  await checkStore(context);
  return sendJson(exchange, 200, { status: "ready" });
}

/** A write answers for this long (ms): probes cannot keep the disk busy. */
const CHECK_LIFE_MS = 1_000;
const checks = new WeakMap<EndpointContext, { at: number; writable: Promise<void> }>();

function checkStore(context: EndpointContext): Promise<void> {
  const now = Date.now();
  let check = checks.get(context);
  if (!check || now - check.at > CHECK_LIFE_MS) {
    check = { at: now, writable: context.store.check() };
    checks.set(context, check);
  }
  return check.writable;
}

/**
 * `GET /metrics`, for Prometheus. It names sites to the operator only: with a token configured, who has neither
 * the token nor a loopback address gets nothing; without one, the rest of it.
 */
export async function getMetrics(exchange: Exchange): Promise<unknown> {
  const { request, context } = exchange;
  const { metrics, settings } = context;
  const isLocal = isLoopback(request.raw, settings.trustedProxies);
  if (!isLocal && settings.adminToken !== "") await requireAdmin(exchange);
  const isOperators = isLocal || settings.adminToken !== "";
  const text = await (isOperators ? metrics.text() : metrics.textWithoutSites());
  return sendText(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", text);
}
