import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Exchange } from "./Exchange.ts";
import { HttpError } from "./HttpError.ts";

/**
 * Lets only the operator's token pass: 404 when none is configured, 401 otherwise. Guesses are limited before
 * they are compared, but where the address has given the right one within a day they are compared first: who
 * guesses from the same address (an office, a proxy) must not lock the operator out.
 */
export async function requireAdmin({ request: { raw }, context }: Exchange): Promise<void> {
  const { limits, settings } = context;
  if (settings.adminToken === "") throw new HttpError(404, "unknown_route", "there is nothing here");
  const isOperator = limits.isOperator(raw);
  if (!isOperator) await limits.take(raw, "admin");
  if (bearsToken(raw, settings.adminToken)) return limits.addOperator(raw);
  if (isOperator) await limits.take(raw, "admin");
  throw new HttpError(401, "unauthorized", "the admin token is missing or wrong", {
    headers: { "WWW-Authenticate": 'Bearer realm="mgt"' },
  });
}

/** Whether a request bears the token; compared in constant time. */
function bearsToken({ headers }: IncomingMessage, token: string): boolean {
  const [, given] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "") ?? [];
  return token !== "" && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

/** `timingSafeEqual` wants equal lengths. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
