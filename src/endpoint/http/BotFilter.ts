import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { isbot, isbotMatch } from "isbot";

/** Of a user agent: what names a robot stands in its first words, and the pattern is long. */
const MAX_LOOKED_AT = 512;

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
    const userAgent = headers["user-agent"]?.slice(0, MAX_LOOKED_AT);
    if (this.#keep || !userAgent) return false;
    const told = this.#told.get(socket);
    if (told?.userAgent === userAgent) return told.bot;
    const bot = isbot(userAgent);
    this.#told.set(socket, { userAgent, bot });
    return bot;
  }

  /** The word by which a bot was known, in lower case: never more of its user agent. */
  kindOf({ headers }: IncomingMessage): string {
    const [word] =
      /[a-z]{2,30}/.exec(isbotMatch(headers["user-agent"]?.slice(0, MAX_LOOKED_AT))?.toLowerCase() ?? "") ??
      [];
    return word ?? "other";
  }
}
