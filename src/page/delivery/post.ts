import { site } from "../ground/site.ts";

export const EVENTS_ROUTE = "/v1/events";

/**
 * Posts one thing, once. A plain string is sent as text/plain: no preflight.
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 *
 * @returns nothing on a network error, or where there is no endpoint
 */
export async function post(
  route: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response | undefined> {
  try {
    if (site.endpoint)
      return await fetch(site.endpoint + route, {
        method: "POST",
        body: JSON.stringify(body),
        keepalive: true,
        // Only the answer to events sets the cookie.
        credentials:
          HAS.serverCookie && site.cookie === "server" && route === EVENTS_ROUTE ? "include" : "omit",
        signal: signal as AbortSignal,
      });
  } catch {
    // Nobody answers.
  }
  return undefined;
}
