import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Exchange } from "./Exchange.ts";
import { HttpError } from "./HttpError.ts";

/** Lets only the operator's token pass: 404 when none is configured, 401 otherwise. */
export function requireAdmin({ request, context }: Exchange): void {
  const { limits, settings } = context;
  if (settings.adminToken === "") throw new HttpError(404, "unknown_route", "there is nothing here");
  // Compared first: who guesses from the same address (an office, a proxy) must not lock the operator out.
  if (bearsToken(request, settings.adminToken)) return;
  limits.take(request, "admin");
  throw new HttpError(401, "unauthorized", "the admin token is missing or wrong", {
    headers: { "WWW-Authenticate": 'Bearer realm="mgt"' },
  });
}

/** Whether a request bears the token; compared in constant time. */
export function bearsToken({ headers }: IncomingMessage, token: string): boolean {
  const [, given] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "") ?? [];
  return token !== "" && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

/** `timingSafeEqual` wants equal lengths. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
