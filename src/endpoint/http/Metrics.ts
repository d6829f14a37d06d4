import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** By name. Labels are names from the configuration and the contract, never personal data. */
const COUNTERS = {
  mgt_requests_total: { help: "Requests answered, by route and status.", labels: ["route", "status"] },
  mgt_events_total: { help: "Events acknowledged, by site and type.", labels: ["site", "type"] },
  mgt_dropped_total: {
    help: "Events, fields and requests not kept, by site and reason.",
    labels: ["site", "reason"],
  },
  mgt_consents_total: {
    help: "Consent records acknowledged, by site and status.",
    labels: ["site", "status"],
  },
  mgt_numbers_total: { help: "Answers of level 1, by site and method.", labels: ["site", "method"] },
  mgt_connections_refused_total: { help: "Connections closed, by bound.", labels: ["bound"] },
};

const OTHERS = {
  mgt_request_duration_seconds: { help: "From a request's head to the end of its answer, by route." },
  mgt_event_loop_delay_seconds: { help: "How late the thread that answers comes to its timers." },
  mgt_last_event_timestamp_seconds: { help: "When an event of the site was last acknowledged." },
};

const named = (name: keyof typeof OTHERS) => ({ name, ...OTHERS[name] });

/** From a script out of memory (half a millisecond) to a report that takes long (s). */
const LATENCY_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** How late a timer is (s). */
const DELAY_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
/** Whatever blocks the thread for longer than this (ms) is seen. */
const LOOK_MS = 100;

/** What an operator looks at and is woken by, in Prometheus' format. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #counters: Record<keyof typeof COUNTERS, Counter>;
  readonly #latency: Histogram;
  readonly #latest: Gauge;
  readonly #delay: NodeJS.Timeout;

  constructor() {
    const registers = [this.#registry];
    this.#counters = Object.fromEntries(
      Object.entries(COUNTERS).map(([name, { help, labels }]) => [
        name,
        new Counter({ name, help, labelNames: labels, registers }),
      ]),
    ) as Record<keyof typeof COUNTERS, Counter>;
    this.#latency = new Histogram({
      ...named("mgt_request_duration_seconds"),
      labelNames: ["route"],
      buckets: LATENCY_BUCKETS,
      registers,
    });
    this.#latest = new Gauge({
      ...named("mgt_last_event_timestamp_seconds"),
      labelNames: ["site"],
      registers,
    });
    this.#delay = this.#watchDelay();
  }

  stop(): void {
    clearInterval(this.#delay);
  }

  /** @param gauges name → help, and the value, asked for at each reading */
  gauges(gauges: Readonly<Record<string, { help: string; value(): number }>>): void {
    for (const [name, { help, value }] of Object.entries(gauges))
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        collect() {
          this.set(value());
        },
      });
  }

  add(name: keyof typeof COUNTERS, labels: Readonly<Record<string, string | number>>, count = 1): void {
    this.#counters[name].inc(labels, count);
  }

  /** @param seconds from its head to the end of its answer */
  answered(route: string, status: number, seconds: number): void {
    this.#counters.mgt_requests_total.inc({ route, status });
    this.#latency.observe({ route }, seconds);
  }

  /** An event of a site is acknowledged. @param at ms */
  heard(site: string, at: number): void {
    this.#latest.set({ site }, at / 1_000);
  }

  /** One metric a line, without the blank ones between them. */
  async text(): Promise<string> {
    return (await this.#registry.metrics()).replace(/\n\n/g, "\n");
  }

  /** Without the sites: what anybody may know. */
  async textWithoutSites(): Promise<string> {
    const lines = (await this.text()).split("\n");
    return lines.filter((line) => line.startsWith("#") || !line.includes('{site="')).join("\n");
  }

  #watchDelay(): NodeJS.Timeout {
    const delay = new Histogram({
      ...named("mgt_event_loop_delay_seconds"),
      buckets: DELAY_BUCKETS,
      registers: [this.#registry],
    });
    let due = performance.now() + LOOK_MS;
    return setInterval(() => {
      const now = performance.now();
      delay.observe(Math.max(0, now - due) / 1_000);
      due = now + LOOK_MS;
    }, LOOK_MS).unref();
  }
}
