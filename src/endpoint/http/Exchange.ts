import type { FastifyReply, FastifyRequest } from "fastify";
import type { Site } from "../../vocabulary/site.ts";
import type { EndpointSettings } from "../settings.ts";
import type { Store } from "../store/Store.ts";
import type { BotFilter } from "./BotFilter.ts";
import type { LogLine } from "./logger.ts";
import type { Metrics } from "./Metrics.ts";
import type { RateLimits } from "./RateLimits.ts";
import type { Reminders } from "./Reminders.ts";
import type { SiteRegistry } from "./SiteRegistry.ts";
import type { VisitorLimits } from "./VisitorLimits.ts";

/** What every handler may use. */
export interface EndpointContext {
  readonly settings: EndpointSettings;
  readonly store: Store;
  readonly registry: SiteRegistry;
  readonly limits: RateLimits;
  readonly visitors: VisitorLimits;
  readonly bots: BotFilter;
  readonly metrics: Metrics;
  readonly reminders: Reminders;
  /** Writes one JSON line; never with an address or a user agent. */
  log(line: LogLine): void;
  closing: boolean;
  /** The overlay of `mgt('debug')` for a site. */
  overlay(site: Site): Promise<string>;
}

/** One request and its answer. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly context: EndpointContext;
}

export type Handler = (exchange: Exchange) => unknown;

/** A part of the path, by the name that it has in the route. */
export const parameter = ({ request }: Exchange, name: string): string =>
  (request.params as Record<string, string>)[name] ?? "";

export const queryOf = ({ request }: Exchange): URLSearchParams => request.query as URLSearchParams;
