import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAULTS, type FaultName } from "../../../support/fence/faults.ts";
import { judge } from "../../../support/fence/judge.ts";
import type { Life } from "../../../support/fence/Life.ts";
import {
  asks,
  BOTH,
  begins,
  breaks,
  ENDPOINT,
  lifeOf,
  ORIGIN,
  objects,
  promised,
  rests,
  type Seen,
  says,
  stores,
  turned,
  withdraws,
  writes,
} from "./lifeOf.ts";
import { soundLives } from "./soundLives.ts";

const EVENTS = `${ENDPOINT}/v1/events`;
const granted = (receipt: string): Seen[] => [
  writes("mgt_visitor", true),
  stores(receipt),
  says("granted"),
  turned({ told: true, names: BOTH }),
];

/** For each fault a life that it is not, and, as near as can be, one that it is: that one, and no other. */
const LIVES: Record<FaultName, { holds: Seen[]; breaks: Seen[] }> = {
  foreign_name: {
    holds: [writes("klaro-consent", null), turned({ names: ["klaro-consent"] })],
    breaks: [writes("mgt_visitors", true), turned({ told: true })],
  },
  unseen_write: {
    holds: [turned({ names: ["klaro", ...BOTH], told: true })],
    breaks: [turned({ names: ["klaro", "_ga"] })],
  },
  without_yes: {
    // The manager may tell us before its own word can be read.
    holds: [asks(EVENTS, null), turned({ told: true }), asks(EVENTS, true), turned({ told: null })],
    breaks: [turned({ told: true }), asks(EVENTS, null), turned({ told: null })],
  },
  strange_withdrawal: {
    holds: [...granted("a"), withdraws("a", { signal: "…", notice: "n" })],
    breaks: [...granted("a"), withdraws("a", { visitor: "v" })],
  },
  withdrawal_of_nothing: {
    holds: [...granted("a"), withdraws("a")],
    breaks: [...granted("a"), withdraws("b")],
  },
  second_withdrawal: {
    holds: [...granted("a"), withdraws("a"), ...granted("b"), withdraws("b")],
    breaks: [...granted("a"), withdraws("a"), ...granted("b"), withdraws("a")],
  },
  missing_withdrawal: {
    holds: [...granted("a"), says("denied"), withdraws("a"), rests({ told: false })],
    breaks: [...granted("a"), says("denied"), rests({ told: false })],
  },
  outlived_task: {
    holds: [...granted("a"), promised({ told: true, names: BOTH }), says("denied"), promised()],
    breaks: [...granted("a"), says("denied"), promised({ names: ["mgt_session"] })],
  },
  outlived_no: {
    holds: [...granted("a"), says("pending"), turned({ names: BOTH })],
    breaks: [...granted("a"), says("denied"), turned({ names: ["mgt_visitor"] })],
  },
  deaf_to_no: {
    holds: [...granted("a"), says("denied"), turned({ told: false })],
    breaks: [...granted("a"), turned({ told: false })],
  },
  no_unheard: {
    holds: [says("denied"), rests({ told: false })],
    breaks: [says("pending"), rests({ told: false })],
  },
  yes_unheard: {
    holds: [...granted("a"), rests({ told: true, names: BOTH })],
    breaks: [says("pending"), rests({ told: true })],
  },
  revived_visitor: {
    holds: [writes("mgt_visitor", true, "v1"), says("denied"), writes("mgt_visitor", true, "v2")],
    breaks: [writes("mgt_visitor", true, "v1"), says("denied"), writes("mgt_visitor", true, "v1")],
  },
  window_name: { holds: [rests()], breaks: [rests({ windowName: "visitor" })] },
};

const faultsOf = (life: Life) => judge(life).faults.map(({ fault }) => fault);

describe.each(Object.entries(LIVES))("%s", (fault, { holds, breaks }) => {
  test("holds", () => expect(faultsOf(lifeOf(holds))).toEqual([]));
  test("is caught", () => expect(faultsOf(lifeOf(breaks))).toEqual([fault]));
});

describe("what a rule leaves alone", () => {
  const yes = [begins(), rests({ told: true })];

  test("a yes is none for us after an objection, or with Global Privacy Control", () => {
    const asked = [asks(EVENTS, true), turned({ told: true })];
    expect(faultsOf(lifeOf(asked))).toEqual([]);
    expect(faultsOf(lifeOf([objects(), ...asked]))).toEqual(["without_yes"]);
    expect(faultsOf(lifeOf(asked, { gpc: true }))).toEqual(["without_yes"]);
    expect(faultsOf(lifeOf(asked, { gpc: true, own: true }))).toEqual([]);
    expect(faultsOf(lifeOf(yes, { gpc: true }))).toEqual([]);
  });

  test("an objection ends with its page", () => {
    expect(faultsOf(lifeOf([objects(), ...yes]))).toEqual(["yes_unheard"]);
    expect(faultsOf(lifeOf([begins(), objects(), says("denied"), rests({ told: true })]))).toEqual([]);
  });

  test("what nobody can hear: no script, a manager that throws, a panel that is open", () => {
    expect(faultsOf(lifeOf([begins(), rests({ told: true, isRunning: false })]))).toEqual([]);
    expect(faultsOf(lifeOf([begins(), breaks(), rests({ told: false })]))).toEqual([]);
    expect(faultsOf(lifeOf([begins(), rests({ told: true, isAsking: true })]))).toEqual([]);
    // But what is stored is looked at all the same.
    expect(faultsOf(lifeOf([begins(), rests({ told: false, isAsking: true, names: BOTH })]))).toEqual([
      "outlived_no",
      "outlived_no",
    ]);
  });

  test("what was taken from outside: the same yes is used up on this page, and its record owed no more", () => {
    const loses: Seen = { kind: "loses" };
    expect(faultsOf(lifeOf([begins(), ...granted("a"), loses, rests({ told: true })]))).toEqual([]);
    expect(faultsOf(lifeOf([...granted("a"), loses, says("denied"), rests({ told: false })]))).toEqual([]);
    expect(faultsOf(lifeOf([...granted("a"), loses, begins(), rests({ told: true })]))).toEqual([
      "yes_unheard",
    ]);
  });

  test("consents withdrawn while the manager threw are owed no record", () => {
    const again = [...granted("a"), breaks(), begins(), ...granted("b"), says("denied"), withdraws("b")];
    expect(faultsOf(lifeOf([...again, rests({ told: false })]))).toEqual([]);
  });

  test("what a page is made of may be asked for, and the script, by their own ways only", () => {
    const script = asks(`${ENDPOINT}/garage.js`, null);
    const own = [asks(`${ORIGIN}/demo/panel.js`, null), asks("data:,x", null), { ...script, how: "Script" }];
    expect(faultsOf(lifeOf([...(own as Seen[]), turned()]))).toEqual([]);
    expect(faultsOf(lifeOf([script, turned()]))).toEqual(["without_yes"]);
    expect(faultsOf(lifeOf([asks(`${ENDPOINT}/demo/panel.js`, null), turned()]))).toEqual(["without_yes"]);
  });

  test("a record that cannot be read is a request like any other", () => {
    const broken = asks(`${ENDPOINT}/v1/consents`, false, "{");
    expect(faultsOf(lifeOf([broken, turned()]))).toEqual(["without_yes"]);
  });
});

test("says what, when, and during which step", () => {
  const life = lifeOf([{ kind: "does", what: "2. accept" }, asks(EVENTS, null), turned()]);
  expect(judge(life)).toEqual({
    faults: [{ fault: "without_yes", at: 2, doing: "2. accept", detail: `fetch ${EVENTS}` }],
    wasStored: false,
    wasWithdrawn: false,
  });
  const { wasStored, wasWithdrawn } = judge(lifeOf([...granted("a"), says("denied"), withdraws("a")]));
  expect([wasStored, wasWithdrawn]).toEqual([true, true]);
});

test("sound lives have no faults", () => {
  fc.assert(
    fc.property(soundLives, (life) => {
      expect(judge(life).faults).toEqual([]);
    }),
  );
});

test("one fault in a sound life is caught, wherever it is planted", () => {
  const names = Object.keys(FAULTS) as FaultName[];
  fc.assert(
    fc.property(soundLives, fc.constantFrom(...names), fc.nat(), (life, fault, anywhere) => {
      // On a page of its own: what came before on the same one might excuse it.
      const planted = [begins(), ...LIVES[fault].breaks];
      const at = anywhere % (life.seen.length + 1);
      const seen = [...life.seen.slice(0, at), ...planted, begins(), ...life.seen.slice(at)];
      const heard = { plan: { ...life.plan, gpc: false } };
      expect(faultsOf({ ...life, ...heard, seen: lifeOf(seen as Seen[]).seen })).toContain(fault);
    }),
    { numRuns: 1_000 },
  );
});
