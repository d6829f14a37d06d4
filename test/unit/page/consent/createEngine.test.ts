// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Adapter, Answer, Choice, ConsentStatus } from "../../../../src/managers/Adapter.ts";
import { createEngine } from "../../../../src/page/consent/createEngine.ts";
import { configure, site } from "../../../../src/page/ground/site.ts";
import type { ManagerName } from "../../../../src/vocabulary/managers.ts";
import { siteDefaults } from "../../../../src/vocabulary/siteDefaults.ts";

type Reading = Choice | PromiseLike<Choice>;

/** A manager that says what a test lets it say. */
class FakeManager implements Adapter {
  name: ManagerName;
  tier: 0 | 1 | 2 | 3;
  isThere: boolean;
  reading: Reading;
  hear: () => void = () => {};
  watched = 0;

  constructor(tier: 0 | 1 | 2 | 3, reading?: Reading, isThere = true, name: ManagerName = "klaro") {
    this.name = name;
    this.tier = tier;
    this.reading = reading;
    this.isThere = isThere;
  }

  detect = () => this.isThere;
  read = () => this.reading;
  watch = (hear: () => void) => {
    this.watched += 1;
    this.hear = hear;
  };

  say(reading: Reading): void {
    this.reading = reading;
    this.hear();
  }
}

function startEngine(managers: readonly Adapter[], gpc = false) {
  Object.defineProperty(navigator, "globalPrivacyControl", { configurable: true, value: gpc });
  configure(siteDefaults({ key: "garage", mode: "parcours", consent: { manager: "auto" } }));
  expect(site.consent.gpc).toBe(true);
  const { consentInForce: consent, hearManagers, sayConsent: say } = createEngine(managers);
  const changes: [ConsentStatus, string][] = [];
  hearManagers(() => changes.push([consent().status, consent().manager]));
  return { changes, say, status: () => consent().status, consent };
}

describe("a consent that ends without a word", () => {
  test("is found when the managers are asked again", () => {
    const manager = new FakeManager(0, true);
    const engine = createEngine([manager]);
    configure(siteDefaults({ key: "garage", mode: "parcours" }));
    const changes: ConsentStatus[] = [];
    engine.hearManagers(() => changes.push(engine.consentInForce().status));
    manager.reading = undefined;
    expect(engine.consentInForce().status).toBe("granted");
    engine.askAgain();
    manager.reading = false;
    engine.askAgain();
    engine.askAgain();
    expect(changes).toEqual(["granted", "pending", "denied"]);
  });

  test("the site's own word stays where a manager only repeats itself", () => {
    const manager = new FakeManager(0, false);
    const engine = createEngine([manager]);
    configure(siteDefaults({ key: "garage", mode: "parcours" }));
    engine.hearManagers(() => {});
    engine.sayConsent(true);
    engine.askAgain();
    expect(engine.consentInForce()).toMatchObject({ status: "granted", manager: "api" });
  });
});

describe("a manager that has been decided and does not know us", () => {
  test.each([
    [
      ["Magnetis", "google"],
      undefined,
      'mgt: klaro answers, but knows no "magnetis"; it knows: Magnetis, google',
    ],
    [[], undefined, 'mgt: klaro answers, but knows no "magnetis"; it knows: nothing'],
    [["magnetis"], undefined, undefined],
    [undefined, undefined, undefined],
    [["google"], true, undefined],
  ])("that knows %j and says %s: %s", (names, reading, words) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const manager = Object.assign(new FakeManager(0, reading), { names: () => names });
    startEngine([manager]);
    manager.say(reading);
    expect(warn.mock.calls).toEqual(words ? [[words]] : []);
  });

  test("a yes that its settings make doubtful counts, and is told once", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const manager = Object.assign(new FakeManager(0, true), { doubt: () => "pre-ticked" });
    const { status } = startEngine([manager]);
    manager.say(true);
    expect(status()).toBe("granted");
    expect(warn.mock.calls).toEqual([["mgt: klaro: pre-ticked"]]);
  });

  test("of a version that is not spoken is told once, long after the page has loaded", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const old = Object.assign(new FakeManager(0, undefined, false, "orejime"), { isOutdated: () => true });
    startEngine([new FakeManager(0, undefined, false), old]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(warn).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(warn.mock.calls).toEqual([
      [expect.stringContaining('no "orejime" on this page, or of a version')],
    ]);
  });
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const STATUS = new Map<Choice, ConsentStatus>([
  [true, "granted"],
  [false, "denied"],
  [null, "not_applicable"],
  [undefined, "pending"],
]);

/** SPEC §4.6 in other words than the engine's. */
function expected(managers: readonly FakeManager[]): ConsentStatus {
  const present = managers.filter(({ isThere }) => isThere);
  const highest = Math.min(...present.map(({ tier }) => tier));
  const said = present.filter(({ tier }) => tier === highest).map(({ reading }) => reading as Choice);
  if (said.length === 0) return "unknown";
  if (said.includes(false)) return "denied";
  if (said.includes(undefined)) return "pending";
  return said.includes(true) ? "granted" : "not_applicable";
}

const choice = fc.constantFrom<Choice>(true, false, null, undefined);
const manager = fc
  .record({ tier: fc.constantFrom<0 | 1 | 2>(0, 1, 2), reading: choice, isThere: fc.boolean() })
  .map(({ tier, reading, isThere }) => new FakeManager(tier, reading, isThere));

describe("precedence", () => {
  test("the highest tier that is there decides, within it deny wins and the undecided is waited for", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(manager, { maxLength: 5 }), async (managers) => {
        const { status } = startEngine(managers);
        expect(status()).toBe(expected(managers));
      }),
      { numRuns: 60 },
    );
  });

  test("whatever comes, goes and is said later: always as if it had been there from the start", async () => {
    const act = fc.record({ who: fc.nat(3), reading: choice });
    await fc.assert(
      fc.asyncProperty(
        fc.array(manager, { minLength: 4, maxLength: 4 }),
        fc.array(act, { maxLength: 8 }),
        async (managers, acts) => {
          const { status, changes } = startEngine(managers);
          for (const { who, reading } of acts) {
            const found = managers[who] as FakeManager;
            const wasThere = found.isThere;
            found.isThere = true;
            if (wasThere) found.say(reading);
            else {
              found.reading = reading;
              vi.advanceTimersByTime(2100);
            }
            expect(status()).toBe(expected(managers));
          }
          // Told of changes only.
          for (const [index, change] of changes.entries())
            if (index > 0) expect(change).not.toEqual(changes[index - 1]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("who has come in the meantime is read before an answer is acted on", async () => {
    const low = new FakeManager(2);
    const high = new FakeManager(0, false, false, "axeptio");
    const { changes, status } = startEngine([high, low]);
    high.isThere = true;
    low.say(true);
    expect(status()).toBe("denied");
    expect(changes).not.toContainEqual(["granted", "klaro"]);
  });
});

describe("an asynchronous manager", () => {
  test("makes no difference in the end, and nothing is granted on the way that is not in the end", async () => {
    const reading = fc.record({ choice, isLate: fc.boolean(), tier: fc.constantFrom<0 | 1 | 2>(0, 1, 2) });
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 5 }), async (readings) => {
        const managers = readings.map(
          (each) => new FakeManager(each.tier, each.isLate ? Promise.resolve(each.choice) : each.choice),
        );
        const { changes, status } = startEngine(managers);
        await vi.advanceTimersByTimeAsync(0);
        const end = expected(readings.map(({ tier, choice: said }) => new FakeManager(tier, said)));
        expect(status()).toBe(end);
        if (end !== "granted") expect(changes.map(([each]) => each)).not.toContain("granted");
      }),
      { numRuns: 80 },
    );
  });

  test("that is there and has not answered yet is waited for, whoever says yes below it", async () => {
    let answer: (choice: Choice) => void = () => {};
    const reading = new Promise<Choice>((resolve) => {
      answer = resolve;
    });
    const high = new FakeManager(0, reading, true, "usercentrics");
    const { changes, status } = startEngine([high, new FakeManager(2, true)]);
    expect(status()).toBe("pending");
    answer(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(status()).toBe("denied");
    expect(changes.map(([each]) => each)).not.toContain("granted");
  });

  test("whose later answer does not come is no longer a yes", async () => {
    const found = new FakeManager(0, Promise.resolve(true));
    const { status } = startEngine([found]);
    await vi.advanceTimersByTimeAsync(0);
    expect(status()).toBe("granted");
    found.say(new Promise(() => {}));
    expect(status()).toBe("granted");
    await vi.advanceTimersByTimeAsync(1000);
    expect(status()).toBe("pending");
  });
});

describe("a single answer", () => {
  test.each<[unknown, ConsentStatus]>([
    ["true", "pending"],
    [1, "pending"],
    ["granted", "pending"],
    [{}, "pending"],
    [{ status: "granted" }, "pending"],
    [0, "pending"],
    ["", "pending"],
    [Number.NaN, "pending"],
    [[], "pending"],
    [Symbol("yes"), "pending"],
    [Object.create(null), "pending"],
    // biome-ignore lint/suspicious/noThenProperty: what is no promise
    [{ then: 1 }, "pending"],
  ])("%o is no decision, at first or after a yes", async (reading, status) => {
    const { status: now } = startEngine([new FakeManager(0, reading as Choice)]);
    expect(now()).toBe(status);
    const found = new FakeManager(0, true);
    const { status: later } = startEngine([found]);
    found.say(reading as Choice);
    expect(later()).toBe(status);
  });

  test("a time-out never grants, nor refuses", async () => {
    const { status, changes } = startEngine([new FakeManager(0, true, false)]);
    vi.advanceTimersByTime(600_000);
    expect(status()).toBe("unknown");
    expect(changes).toEqual([]);
  });

  test("is told once, however often it is repeated", async () => {
    const found = new FakeManager(0, true);
    const { changes } = startEngine([found]);
    for (let times = 0; times < 5; times++) found.hear();
    expect(changes).toEqual([["granted", "klaro"]]);
  });

  test("is written down: key, choice and version, cut to a bound", async () => {
    const found = new FakeManager(0, true);
    const adapter: Adapter = Object.assign(found, {
      describe: () => ({ version: "1.2".repeat(99), signal: "x".repeat(20_000) }),
    });
    const { consent } = startEngine([adapter]);
    expect(consent()).toMatchObject({ manager: "klaro", own: true, key: "magnetis" });
    expect(consent().version).toHaveLength(64);
    expect(consent().signal).toHaveLength(8192);
  });

  test.each([
    [0, "magnetis", true],
    [2, "analytics", false],
  ] as const)("of tier %i names the key %s", async (tier, key, own) => {
    const { consent } = startEngine([new FakeManager(tier, true)]);
    expect(consent()).toMatchObject({ key, own, signal: `${key}=true` });
  });
});

test("whether a manager answers for us by name is asked each time that it is read", async () => {
  const found = new FakeManager(2, true);
  const { consent } = startEngine([found]);
  expect(consent()).toMatchObject({ own: false, key: "analytics" });
  found.tier = 0;
  found.say(false);
  expect(consent()).toMatchObject({ own: true, key: "magnetis", signal: "magnetis=false" });
});

describe("a manager that throws", () => {
  const broken = () => {
    throw new Error("broken");
  };

  test("while it is read is no decision; what it says afterwards counts", async () => {
    const found = new FakeManager(0);
    found.read = broken;
    const { status } = startEngine([found]);
    expect(status()).toBe("pending");
    found.read = () => true;
    found.hear();
    expect(status()).toBe("granted");
  });

  test("after a yes is no longer a yes", async () => {
    const found = new FakeManager(0, true);
    const { status } = startEngine([found]);
    found.read = broken;
    found.hear();
    expect(status()).toBe("pending");
  });

  test("while it is detected or subscribed to is asked again", async () => {
    const found = new FakeManager(0, true);
    const { detect, watch } = found;
    found.detect = broken;
    const { status } = startEngine([found]);
    expect(status()).toBe("unknown");
    found.detect = detect;
    found.watch = broken;
    vi.advanceTimersByTime(2100);
    expect(status()).not.toBe("granted");
    found.watch = watch;
    vi.advanceTimersByTime(2100);
    expect(status()).toBe("granted");
    expect(found.watched).toBe(1);
  });

  test("hurts no other", async () => {
    const first = new FakeManager(0);
    Object.assign(first, { install: broken, describe: broken, detect: broken, read: broken });
    const { status } = startEngine([first, new FakeManager(2, true)]);
    expect(status()).toBe("granted");
  });
});

describe("answers that come later", () => {
  test("a manager that changes its mind while it is read: the newer answer stands", async () => {
    const manager = new FakeManager(0, true);
    const { status } = startEngine([manager]);
    expect(status()).toBe("granted");
    manager.read = () => {
      manager.read = () => false;
      manager.hear();
      return true;
    };
    manager.hear();
    expect(status()).toBe("denied");
  });

  const later = () => {
    let resolve: (choice: Choice) => void = () => {};
    let reject: (error: Error) => void = () => {};
    const promise = new Promise<Choice>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise, resolve, reject };
  };
  const microtasks = () => vi.advanceTimersByTimeAsync(0);

  test("of several questions the last asked counts, in whatever order the answers come", async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 4, maxLength: 4 }), order, async (choices, turns) => {
        const found = new FakeManager(0);
        const { status, changes } = startEngine([found]);
        const answers = choices.map(() => later());
        for (const { promise } of answers) found.say(promise);
        for (const turn of turns) {
          answers[turn]?.resolve(choices[turn]);
          await microtasks();
        }
        expect(status()).toBe(STATUS.get(choices[3]));
        expect(changes.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 40 },
    );
  });

  test("an answer in time beats one that is still awaited", async () => {
    const found = new FakeManager(0);
    const { status } = startEngine([found]);
    const { promise, resolve } = later();
    found.say(promise);
    found.say(false);
    resolve(true);
    await microtasks();
    expect(status()).toBe("denied");
  });

  test("a promise that fails is no decision", async () => {
    const found = new FakeManager(0);
    const { status } = startEngine([found]);
    const { promise, reject } = later();
    found.say(promise);
    reject(new Error("broken"));
    await microtasks();
    expect(status()).toBe("pending");
  });
});

describe("Global Privacy Control", () => {
  const describing = (words: Partial<Answer>) =>
    Object.assign(new FakeManager(1, true), { describe: () => words });

  test.each<[string, FakeManager, ConsentStatus]>([
    ["without a word", new FakeManager(0), "denied"],
    ["a yes for us by name", new FakeManager(0, true), "granted"],
    ["a yes for our vendor id", describing({ own: true }), "granted"],
    ["a yes for the purposes alone", describing({ own: false }), "denied"],
    ["a yes for a whole category", new FakeManager(2, true), "denied"],
    ["a no", new FakeManager(0, false), "denied"],
  ])("%s", async (_, found, status) => {
    const { status: now } = startEngine([found], true);
    expect(now()).toBe(status);
  });

  test("the proof is not in the manager's words", async () => {
    const { consent } = startEngine([new FakeManager(2, true)], true);
    expect(consent()).toEqual({ status: "denied", manager: "gpc" });
  });

  test("the site's own yes overrides it", async () => {
    const { say, status } = startEngine([], true);
    say(true);
    expect(status()).toBe("granted");
  });
});

describe("the site's own word", () => {
  test("is not undone by a manager that another outranks", async () => {
    const high = new FakeManager(0, true, true, "tarteaucitron");
    const low = new FakeManager(2, true, true, "cookiebot");
    const { say, status } = startEngine([high, low]);
    say(false);
    low.say(false);
    low.say(true);
    expect(status()).toBe("denied");
  });

  test("is not undone by a moment of doubt", async () => {
    const found = new FakeManager(0, true);
    const { say, status } = startEngine([found]);
    say(false);
    found.say(undefined);
    found.say(true);
    expect(status()).toBe("denied");
  });

  test("is not undone by a choice of long ago that a manager brings along", async () => {
    const found = new FakeManager(0, true, false);
    const { say, status } = startEngine([found]);
    say(false);
    found.isThere = true;
    vi.advanceTimersByTime(2100);
    expect(status()).toBe("denied");
    found.say(false);
    found.say(true);
    expect(status()).toBe("granted");
  });

  test("and the manager's: the later act wins, repeating is no act", async () => {
    const found = new FakeManager(0, false);
    const { say, status } = startEngine([found]);
    say(true);
    expect(status()).toBe("granted");
    found.hear();
    expect(status()).toBe("granted");
    found.say(true);
    found.say(false);
    expect(status()).toBe("denied");
    say(true);
    expect(status()).toBe("granted");
  });

  test("an objection stands whatever is said, until the site says yes", async () => {
    const found = new FakeManager(0, true);
    const { say, status, consent } = startEngine([found]);
    say(false, "objection");
    expect(consent()).toMatchObject({ status: "denied", manager: "objection" });
    found.say(false);
    found.say(true);
    say(false);
    expect(consent().manager).toBe("objection");
    say(true);
    expect(status()).toBe("granted");
  });
});
