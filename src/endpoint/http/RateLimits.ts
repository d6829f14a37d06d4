import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { clientAddress, limitedPrefix, type trustedProxies } from "./clientAddress.ts";
import { comeBack } from "./HttpError.ts";

const MINUTE = 60;
const DAY = 86_400;
const MEBIBYTE = 1_048_576;

/** Points, and the seconds that they last. */
type Allowance = readonly [points: number, seconds: number];

/**
 * Per client address. Generous where many visitors share an address (offices, mobile carriers), strict where
 * an id could be guessed or a copy is costly. `cpu` is in microseconds of the thread that answers.
 */
const LIMITS = {
  events: {
    requests: [20_000, MINUTE],
    bytes: [64 * MEBIBYTE, MINUTE],
    events: [60_000, MINUTE],
    cpu: [5_000_000, MINUTE],
  },
  // The log is append-only: what is invented stays, so there is a limit of a day too.
  consents: {
    requests: [1_200, MINUTE],
    bytes: [4 * MEBIBYTE, MINUTE],
    events: [5_000, DAY],
    cpu: [5_000_000, MINUTE],
  },
  numbers: { requests: [5_000, MINUTE], bytes: [4 * MEBIBYTE, MINUTE], cpu: [5_000_000, MINUTE] },
  forget: { requests: [10, MINUTE] },
  export: { requests: [10, MINUTE] },
  /** Wrong admin tokens. */
  admin: { requests: [10, MINUTE] },
} as const satisfies Record<string, Partial<Record<Unit, Allowance>>>;

export type LimitName = keyof typeof LIMITS;
export type Unit = "requests" | "bytes" | "events" | "cpu";

/** The salt lives in memory and this long (ms): no key can be tied to an address afterwards. */
const SALT_LIFE_MS = DAY * 1_000;

/**
 * Makes a limiter; by default one in memory. One that several processes share (Redis, PostgreSQL …) brings its
 * own insurance for when that store is away.
 */
export type MakeLimiter = (options: IRateLimiterOptions) => RateLimiterAbstract;

/** What one address may ask, keyed by a salted hash of it. */
export class RateLimits {
  readonly #trusted: ReturnType<typeof trustedProxies>;
  readonly #limiters = new Map<string, RateLimiterAbstract>();
  /** Addresses that gave the right admin token. */
  #operators = new Set<string>();
  /** Hash of a direct connection's address: one per connection instead of one per request. */
  #direct = new WeakMap<Socket, string>();
  #salt = randomBytes(32);
  #salted = Date.now();

  /** @param factor `MGT_RATE`: on all limits of requests, bytes and events; 0 switches off those of time too */
  constructor(
    trusted: ReturnType<typeof trustedProxies>,
    factor: number,
    make: MakeLimiter = (options) => new RateLimiterMemory(options),
  ) {
    this.#trusted = trusted;
    if (factor === 0) return;
    for (const [name, units] of Object.entries(LIMITS))
      for (const [unit, [points, duration]] of Object.entries(units) as [Unit, Allowance][])
        this.#limiters.set(
          `${name} ${unit}`,
          make({
            keyPrefix: `${name} ${unit}`,
            points: unit === "cpu" ? points : Math.max(1, Math.round(points * factor)),
            duration,
          }),
        );
  }

  /** Takes one request, or throws the 429. */
  async take(request: IncomingMessage, name: LimitName): Promise<void> {
    const limiter = this.#limiters.get(`${name} requests`);
    if (!limiter) return;
    try {
      await limiter.consume(this.#key(request));
    } catch (refusal) {
      throw tooMany(refusal);
    }
  }

  /**
   * Takes what a request was found to weigh, or throws the 429; the next ones of that address then are refused
   * before anything of them is read.
   */
  async spend(request: IncomingMessage, name: LimitName, unit: Unit, points: number): Promise<void> {
    const limiter = this.#limiters.get(`${name} ${unit}`);
    if (!limiter || points <= 0) return;
    const key = this.#key(request);
    try {
      await limiter.consume(key, Math.ceil(points));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes)
        await this.#limiters.get(`${name} requests`)?.block(key, Math.ceil(refusal.msBeforeNext / 1_000));
      throw tooMany(refusal);
    }
  }

  /** Whether the address gave the right admin token within a day. */
  isOperator(request: IncomingMessage): boolean {
    return this.#operators.has(this.#key(request));
  }

  /** It gave the right one: that was no guess. */
  async addOperator(request: IncomingMessage): Promise<void> {
    const key = this.#key(request);
    if (this.#operators.has(key)) return;
    this.#operators.add(key);
    await this.#limiters.get("admin requests")?.reward(key, 1);
  }

  #key(request: IncomingMessage): string {
    const now = Date.now();
    if (now - this.#salted > SALT_LIFE_MS) {
      this.#salt.fill(0);
      this.#salt = randomBytes(32);
      this.#salted = now;
      this.#direct = new WeakMap();
      this.#operators = new Set();
    }
    const direct = request.headers["x-forwarded-for"] === undefined;
    const hashed = direct ? this.#direct.get(request.socket) : undefined;
    if (hashed !== undefined) return hashed;
    const prefix = limitedPrefix(clientAddress(request, this.#trusted));
    const hash = createHmac("sha256", this.#salt).update(prefix).digest("base64");
    if (direct) this.#direct.set(request.socket, hash);
    return hash;
  }
}

/** @param refusal what a limiter rejects with: how long to wait, or why it could not tell */
function tooMany(refusal: unknown): unknown {
  if (!(refusal instanceof RateLimiterRes)) return refusal;
  return comeBack(429, "rate_limited", "too many requests from this address", refusal.msBeforeNext / 1_000);
}
