import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { isbot } from "isbot";

/** Knows bots by their user agent; a missing one is not a bot. */
export class BotFilter {
  readonly #keep: boolean;
  /** The pattern is long: one test per connection, and nothing outlives the connection. */
  readonly #known = new WeakMap<Socket, { userAgent: string; bot: boolean }>();

  /** @param keep bots are treated as people */
  constructor(keep: boolean) {
    this.#keep = keep;
  }

  isBot({ headers, socket }: IncomingMessage): boolean {
    const userAgent = headers["user-agent"];
    if (this.#keep || !userAgent) return false;
    const known = this.#known.get(socket);
    if (known?.userAgent === userAgent) return known.bot;
    const bot = isbot(userAgent);
    this.#known.set(socket, { userAgent, bot });
    return bot;
  }
}
