import type { Exchange } from "./Exchange.ts";
import type { ExtraRoute } from "./ExtraRoute.ts";
import { compiling, HttpError, notAllowed } from "./HttpError.ts";

/** Answers what is none of the endpoint's own routes: by one that the composition has added, else 404 or 405. */
export async function answerExtra(
  { request, reply, context }: Exchange,
  extra: readonly ExtraRoute[],
): Promise<void> {
  const target = request.raw.url ?? "/";
  const [path = "/"] = target.split("?", 1);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const matching = extra
    .filter(({ prefix }) => (prefix === "/" ? path === prefix : path.startsWith(prefix)))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const route = matching.find((candidate) => candidate.method === method);
  if (route) {
    // People look at these: the browser asks again by itself, once there is something to see.
    if (!context.registry.ready) throw compiling({ Refresh: "1" });
    const url = URL.parse(target, `http://${request.headers.host ?? "localhost"}`);
    if (!url) throw new HttpError(400, "invalid_url", "the address cannot be read");
    reply.hijack();
    if (context.closing) reply.raw.shouldKeepAlive = false;
    await route.handle(request.raw, reply.raw, url);
    return;
  }
  if (matching.length === 0) throw new HttpError(404, "unknown_route", "there is nothing here");
  const allowed = matching.map((found) => (found.method === "GET" ? "GET, HEAD" : found.method));
  throw notAllowed([...new Set(allowed)].join(", "));
}
