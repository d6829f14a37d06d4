import { type Exchange, parameter } from "../Exchange.ts";
import { HttpError } from "../HttpError.ts";
import { sendText } from "../reply.ts";

/**
 * `GET /{key}.debug.js`, or beside a version of the script, `GET /{key}.{version}.debug.js`: the overlay of
 * `mgt('debug')`, with the configuration of the site that it explains.
 */
export async function getOverlay(exchange: Exchange): Promise<unknown> {
  const { context } = exchange;
  const [key = ""] = parameter(exchange, "overlay").split(".");
  const site = context.registry.find(key)?.site;
  if (!site?.debug) throw new HttpError(404, "unknown_site", "there is no such overlay");
  return sendText(exchange, 200, "text/javascript; charset=utf-8", await context.overlay(site), {
    "Cache-Control": "public, max-age=300",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
}
