import { type Exchange, parameter } from "../Exchange.ts";
import { comeBack, HttpError } from "../HttpError.ts";
import { negotiateEncoding } from "../negotiateEncoding.ts";

const CURRENT = "public, max-age=300, stale-while-revalidate=600";
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Compiling one takes about this long (s). */
const COMPILING_S = 2;

/** `GET /{key}.js` and `GET /{key}.{version}.js`. */
export async function getScript(exchange: Exchange): Promise<unknown> {
  const { request, reply, context } = exchange;
  const [key = "", version] = parameter(exchange, "script").slice(0, -".js".length).split(".");
  const served = context.registry.find(key);
  const script =
    served && (version === undefined ? served.script : await context.registry.version(served, version));
  if (served && version === undefined && !script)
    throw comeBack(503, "not_ready", "the script is being compiled", COMPILING_S);
  if (!served || !script) {
    throw new HttpError(404, served ? "unknown_version" : "unknown_site", "there is no such script");
  }
  const encoding = negotiateEncoding(request.headers["accept-encoding"] as string | undefined);
  const etag = `"${script.version}${encoding === "identity" ? "" : `-${encoding}`}"`;
  const headers: Record<string, string | number> = {
    "Cache-Control": version === undefined ? CURRENT : IMMUTABLE,
    ETag: etag,
    Vary: "Accept-Encoding",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, X-Mgt-Version",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Mgt-Version": script.version,
  };
  if (matchesEtag(request.headers["if-none-match"], etag)) {
    return reply.code(304).headers(headers).send();
  }
  const bodies = { br: script.brotli, gzip: script.gzip, identity: script.body };
  const body = bodies[encoding];
  headers["Content-Type"] = "text/javascript; charset=utf-8";
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return reply.code(200).headers(headers).send(body);
}

/** Weak comparison, as `If-None-Match` asks: proxies that recompress weaken our tags. */
function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}
