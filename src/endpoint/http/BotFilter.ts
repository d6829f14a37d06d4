import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { isbot } from "isbot";

/** Knows bots by their user agent; a missing one is not a bot. */
export class BotFilter {
  readonly #keep: boolean;
  /** The pattern is long: one test per connection, and nothing outlives the connection. */
  readonly #told = new WeakMap<Socket, { userAgent: string; bot: boolean }>();

  /** @param keep bots are treated as people */
  constructor(keep: boolean) {
    this.#keep = keep;
  }

  isBot({ headers, socket }: IncomingMessage): boolean {
    const userAgent = headers["user-agent"];
    if (this.#keep || !userAgent) return false;
    const told = this.#told.get(socket);
    if (told?.userAgent === userAgent) return told.bot;
    const bot = isbot(userAgent);
    this.#told.set(socket, { userAgent, bot });
    return bot;
  }
}
