import type { BlockList } from "node:net";
import { trustedProxies } from "./http/clientAddress.ts";

/** What the environment decides of an endpoint, besides where it listens. */
export interface EndpointSettings {
  /** `""`: there are no admin routes. */
  adminToken: string;
  trustedProxies: BlockList;
  /** Bots are treated as people, for tests. */
  keepBots: boolean;
  /** A factor on all rate limits; 0: none. */
  rate: number;
}

/**
 * Reads the `MGT_…` variables of an endpoint.
 * @throws {TypeError} for a value that cannot be meant, naming the variable
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): EndpointSettings {
  const rate = Number(env.MGT_RATE || 1);
  if (!Number.isFinite(rate) || rate < 0) {
    throw new TypeError(`MGT_RATE: "${env.MGT_RATE}" is not a number of 0 or more`);
  }
  return {
    adminToken: env.MGT_ADMIN_TOKEN ?? "",
    trustedProxies: trustedProxies(env.MGT_TRUST_PROXY ?? ""),
    keepBots: env.MGT_BOTS === "keep",
    rate,
  };
}
