import type { EndpointContext, Exchange } from "../Exchange.ts";
import { comeBack } from "../HttpError.ts";
import { sendJson, sendText } from "../reply.ts";

/** `GET /healthz`: the process answers. */
export function getHealth(exchange: Exchange): void {
  sendJson(exchange, 200, { status: "ok" });
}

/** `GET /readyz`: every site's script is served and the store takes a write. */
export async function getReadiness(exchange: Exchange): Promise<void> {
  const { context } = exchange;
  if (!context.registry.ready || context.closing) throw comeBack(503, "not_ready", "starting or stopping", 1);
  await checkStore(context);
  sendJson(exchange, 200, { status: "ready" });
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

/** `GET /metrics`, for Prometheus. */
export function getMetrics(exchange: Exchange): void {
  const { metrics, registry, store } = exchange.context;
  const text = metrics.text({
    mgt_sites: { help: "Sites in force.", value: registry.all().length },
    mgt_sites_without_script: {
      help: "Sites whose first script is still being compiled.",
      value: registry.all().filter(({ script }) => !script).length,
    },
    mgt_store_waiting: { help: "Requests that wait for their commit.", value: store.waiting() },
    process_resident_memory_bytes: { help: "Resident memory.", value: process.memoryUsage.rss() },
    process_uptime_seconds: { help: "Time since the start.", value: process.uptime() },
  });
  sendText(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", text);
}
