import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { clientAddress, limitedPrefix, type trustedProxies } from "./clientAddress.ts";
import { comeBack } from "./HttpError.ts";

/**
 * Per client address. Generous where many visitors share an address (offices, mobile carriers),
 * strict where an id could be guessed or a copy is costly.
 */
const LIMITS = {
  events: { burst: 20_000, perMinute: 12_000 },
  consents: { burst: 2_000, perMinute: 1_200 },
  numbers: { burst: 5_000, perMinute: 3_000 },
  forget: { burst: 10, perMinute: 10 },
  export: { burst: 10, perMinute: 10 },
  /** Wrong admin tokens. */
  admin: { burst: 10, perMinute: 10 },
} as const;

export type LimitName = keyof typeof LIMITS;

interface Bucket {
  tokens: number;
  filled: number;
}

const SWEEP_MS = 60_000;
/** The salt lives in memory and this long (ms): no key can be tied to an address afterwards. */
const SALT_LIFE_MS = 24 * 3_600_000;

/** Token buckets in memory, keyed by a salted hash of the client's address. */
export class RateLimits {
  readonly #trusted: ReturnType<typeof trustedProxies>;
  readonly #factor: number;
  readonly #buckets = new Map<string, Bucket>();
  readonly #sweeper: NodeJS.Timeout | undefined;
  /** Hash of a direct connection's address: one per connection instead of one per request. */
  #direct = new WeakMap<Socket, string>();
  #salt = randomBytes(32);
  #salted = Date.now();

  /** @param factor `MGT_RATE`: on all limits; 0 switches them off */
  constructor(trusted: ReturnType<typeof trustedProxies>, factor: number) {
    this.#trusted = trusted;
    this.#factor = factor;
    if (factor > 0) this.#sweeper = setInterval(() => this.#sweep(Date.now()), SWEEP_MS).unref();
  }

  /** Takes one token, or throws the 429. */
  take(request: IncomingMessage, name: LimitName): void {
    if (this.#factor === 0) return;
    const bucket = this.#bucket(request, name);
    if (bucket.tokens < 1) {
      const wait = (1 - bucket.tokens) / this.#perSecond(name);
      throw comeBack(429, "rate_limited", "too many requests from this address", wait);
    }
    bucket.tokens -= 1;
  }

  close(): void {
    clearInterval(this.#sweeper);
  }

  #bucket(request: IncomingMessage, name: LimitName): Bucket {
    const now = Date.now();
    const full = this.#full(name);
    const key = name + this.#hash(request);
    const bucket = this.#buckets.get(key);
    if (!bucket) {
      const fresh = { tokens: full, filled: now };
      this.#buckets.set(key, fresh);
      return fresh;
    }
    const gained = (Math.max(0, now - bucket.filled) / 1_000) * this.#perSecond(name);
    bucket.tokens = Math.min(full, bucket.tokens + gained);
    bucket.filled = now;
    return bucket;
  }

  #full(name: LimitName): number {
    return Math.max(1, LIMITS[name].burst * this.#factor);
  }

  #perSecond(name: LimitName): number {
    return (LIMITS[name].perMinute * this.#factor) / 60;
  }

  #hash(request: IncomingMessage): string {
    const direct = request.headers["x-forwarded-for"] === undefined;
    const hashed = direct ? this.#direct.get(request.socket) : undefined;
    if (hashed !== undefined) return hashed;
    const prefix = limitedPrefix(clientAddress(request, this.#trusted));
    const hash = createHmac("sha256", this.#salt).update(prefix).digest("base64");
    if (direct) this.#direct.set(request.socket, hash);
    return hash;
  }

  /** Forgets the buckets that are full again, and everything with the salt. */
  #sweep(now: number): void {
    if (now - this.#salted > SALT_LIFE_MS) {
      this.#salt.fill(0);
      this.#salt = randomBytes(32);
      this.#salted = now;
      this.#direct = new WeakMap();
      this.#buckets.clear();
    }
    for (const [key, { tokens, filled }] of this.#buckets) {
      const name = key.slice(0, -HASH_LENGTH) as LimitName;
      if (tokens + ((now - filled) / 1_000) * this.#perSecond(name) >= this.#full(name))
        this.#buckets.delete(key);
    }
  }
}

/** SHA-256 in base64. */
const HASH_LENGTH = 44;
