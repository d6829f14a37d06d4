import type { IncomingMessage, ServerResponse } from "node:http";
import type { Site } from "../../vocabulary/site.ts";
import type { EndpointSettings } from "../settings.ts";
import type { Store } from "../store/Store.ts";
import type { BotFilter } from "./BotFilter.ts";
import type { Metrics } from "./Metrics.ts";
import type { RateLimits } from "./RateLimits.ts";
import type { SiteRegistry } from "./SiteRegistry.ts";

/** What every handler may use. */
export interface EndpointContext {
  readonly settings: EndpointSettings;
  readonly store: Store;
  readonly registry: SiteRegistry;
  readonly limits: RateLimits;
  readonly bots: BotFilter;
  readonly metrics: Metrics;
  /** Writes one JSON line; never with an address or a user agent. */
  log(line: Readonly<Record<string, unknown>>): void;
  closing: boolean;
  /** The overlay of `mgt('debug')` for a site. */
  overlay(site: Site): Promise<string>;
}

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly context: EndpointContext;
  /** Parts of the path, in the order of the route's placeholders. */
  readonly parameters: readonly string[];
  readonly query: string;
}

export type Handler = (exchange: Exchange) => void | Promise<void>;
