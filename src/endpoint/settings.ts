import type { BlockList } from "node:net";
import { trustedProxies } from "./http/clientAddress.ts";

/** What the environment decides of an endpoint, besides where it listens. */
export interface EndpointSettings {
  /** `""`: there are no admin routes. */
  adminToken: string;
  trustedProxies: BlockList;
  /** Bots are treated as people, for tests. */
  keepBots: boolean;
  /** A factor on what an address may send; 0: no limits. A visitor's own stay. */
  rate: number;
}

const MIN_TOKEN_LENGTH = 20;

/**
 * Reads the `MGT_…` variables of an endpoint.
 * @throws {TypeError} for a value that cannot be meant, naming the variable
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): EndpointSettings {
  const rate = Number(env.MGT_RATE || 1);
  if (!Number.isFinite(rate) || rate < 0) {
    throw new TypeError(`MGT_RATE: "${env.MGT_RATE}" is not a number of 0 or more`);
  }
  const adminToken = env.MGT_ADMIN_TOKEN ?? "";
  if (adminToken !== "" && adminToken.length < MIN_TOKEN_LENGTH) {
    throw new TypeError(
      `MGT_ADMIN_TOKEN: ${adminToken.length} characters can be guessed; give at least ${MIN_TOKEN_LENGTH}, such as \`openssl rand -hex 32\` makes`,
    );
  }
  return {
    adminToken,
    trustedProxies: trustedProxies(env.MGT_TRUST_PROXY ?? ""),
    keepBots: env.MGT_BOTS === "keep",
    rate,
  };
}
