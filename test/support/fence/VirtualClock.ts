interface Timer {
  id: number;
  at: number;
  every: number | undefined;
  run(): void;
}

/** Time that passes only when it is told to, so that a thousand lives take a minute. */
export class VirtualClock {
  #now = Date.now();
  #ids = 0;
  #timers: Timer[] = [];

  get now(): number {
    return this.#now;
  }

  /** Takes over the timers and the date of a window that has run no script. */
  install(target: Window): void {
    const clock = this;
    this.#timers = [];
    const add = (run: TimerHandler, delay = 0, every?: number, args: unknown[] = []) => {
      const id = ++this.#ids;
      const at = this.#now + Math.max(Number(delay) || 0, 1);
      this.#timers.push({ id, at, every, run: () => typeof run === "function" && run.call(target, ...args) });
      return id;
    };
    const remove = (id?: number) => {
      this.#timers = this.#timers.filter((timer) => timer.id !== id);
    };
    const { Date: RealDate } = target as unknown as { Date: DateConstructor };
    class VirtualDate extends RealDate {
      constructor(...parts: [number]) {
        super(...(parts.length > 0 ? parts : ([clock.#now] as [number])));
      }
      static override now(): number {
        return clock.#now;
      }
    }
    Object.assign(target, {
      setTimeout: (run: TimerHandler, delay?: number, ...args: unknown[]) => add(run, delay, undefined, args),
      setInterval: (run: TimerHandler, delay = 0, ...args: unknown[]) =>
        add(run, delay, Math.max(Number(delay) || 0, 1), args),
      clearTimeout: remove,
      clearInterval: remove,
      requestAnimationFrame: (run: FrameRequestCallback) => add(() => run(clock.#now), 16),
      cancelAnimationFrame: remove,
      requestIdleCallback: (run: () => void) => add(run, 1),
      cancelIdleCallback: remove,
      Date: VirtualDate,
    });
  }

  /** Lets time pass; `afterTask` runs after each timer. */
  async pass(ms: number, afterTask: () => Promise<void>): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.id - b.id);
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      if (next.every === undefined) this.#timers = this.#timers.filter((timer) => timer !== next);
      else next.at = this.#now + next.every;
      try {
        next.run();
      } catch {
        // A page's timer that throws is its own affair.
      }
      await afterTask();
    }
    this.#now = end;
  }
}
