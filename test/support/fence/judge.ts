import type { Fault, FaultName } from "./faults.ts";
import type { Life, Observation } from "./Life.ts";
import { advance, isAllowed, isForeign, isOurs, type Standing, start, withdrawalIn } from "./Standing.ts";

/** What a record of a withdrawal may say. */
const WITHDRAWAL = [
  "id",
  "site",
  "receipt",
  "at",
  "status",
  "manager",
  "manager_version",
  "key",
  "signal",
  "notice",
  "script",
];

/** Looks at one observation, with what was before it; each text is a fault, and says what exactly. */
type Rule<Kind extends Observation["kind"]> = (
  seen: Extract<Observation, { kind: Kind }>,
  standing: Standing,
  life: Life,
) => string[];

const held = (names: readonly string[]): string[] => names.filter(isOurs);

/** One fault, if it is one. */
const oneIf = (isFault: boolean, detail: unknown): string[] => (isFault ? [String(detail)] : []);

/** The rules that look at observations of one kind, by the fault that they find. */
type Rules<Kind extends Observation["kind"]> = Partial<Record<FaultName, Rule<Kind>>>;

/** Outside a yes nothing is written and nothing is sent but the single record of a withdrawal. */
const WRITES: Rules<"writes"> = {
  foreign_name: ({ where, name }, _, life) => oneIf(isForeign(name, life), `${where} ${name}`),
  revived_visitor: ({ name, value = "" }, { ended }) =>
    oneIf(name === "mgt_visitor" && ended.has(value), value),
};

const ASKS: Rules<"asks"> = {
  strange_withdrawal: ({ url, body }) =>
    Object.keys(withdrawalIn(url, body) ?? {}).filter((field) => !WITHDRAWAL.includes(field)),
  withdrawal_of_nothing({ url, body }, { receipts }) {
    const record = withdrawalIn(url, body);
    return oneIf(record !== undefined && !receipts.has(record.receipt), record?.receipt);
  },
  second_withdrawal({ url, body }, { withdrawn }) {
    const record = withdrawalIn(url, body);
    return oneIf(record !== undefined && withdrawn.has(record.receipt), record?.receipt);
  },
};

/** After a no both names are gone: in the task in which our script says it. */
const PROMISED: Rules<"promised"> = {
  outlived_task: ({ isRunning, names }, { status }) => (isRunning && status === "denied" ? held(names) : []),
};

const TURNED: Rules<"turned"> = {
  unseen_write: ({ names }, _, life) => names.filter((name) => isForeign(name, life)),
  without_yes: ({ told }, standing, life) =>
    isAllowed(told, standing, life)
      ? []
      : standing.acts.filter(({ wasAllowed }) => !wasAllowed).map(({ what }) => what),
  deaf_to_no: ({ isRunning, told }, { status, isObjected }) =>
    oneIf(isRunning && (told === false || isObjected) && status === "granted", status),
  outlived_no: ({ isRunning, names }, { status }) => (isRunning && status === "denied" ? held(names) : []),
};

/** What was said has been heard, and done; where our script runs, and the manager can be heard. */
const RESTS: Rules<"rests"> = {
  window_name: ({ windowName }) => oneIf(windowName !== "", windowName),
  missing_withdrawal: (seen, standing) =>
    isSettled(seen, standing) && held(seen.names).length === 0
      ? [...standing.owed].filter((receipt) => !standing.withdrawn.has(receipt))
      : [],
  // Who was not told while the panel was closed is not told now; what is held is looked at all the same.
  yes_unheard: (seen, standing, life) =>
    oneIf(
      isSettled(seen, standing) &&
        !seen.isAsking &&
        !standing.isLost &&
        isAllowed(seen.told, standing, life) &&
        held(seen.names).length < 2,
      standing.status,
    ),
  no_unheard: (seen, standing) =>
    oneIf(
      isSettled(seen, standing) && !seen.isAsking && seen.told === false && standing.status !== "denied",
      standing.status,
    ),
  outlived_no: (seen, standing) =>
    isSettled(seen, standing) && (seen.told === false || standing.isObjected) ? held(seen.names) : [],
};

function isSettled({ isRunning }: { isRunning: boolean }, { isBroken }: Standing): boolean {
  return isRunning && !isBroken;
}

const RULES: { [Kind in Observation["kind"]]: Rules<Kind> } = {
  begins: {},
  does: {},
  writes: WRITES,
  asks: ASKS,
  says: {},
  objects: {},
  loses: {},
  breaks: {},
  promised: PROMISED,
  turned: TURNED,
  rests: RESTS,
};

/** What came of a life. */
export interface Judgement {
  /** None is what is hoped for. */
  faults: Fault[];
  /** The visitor was stored at some time; a withdrawal was recorded. */
  wasStored: boolean;
  wasWithdrawn: boolean;
}

/** Judges a life by what was seen of it, and by nothing else. */
export function judge(life: Life): Judgement {
  const standing = start();
  const faults: Fault[] = [];
  for (const seen of life.seen) {
    for (const [fault, rule] of Object.entries(RULES[seen.kind]) as [FaultName, Rule<never>][])
      for (const detail of rule(seen as never, standing, life))
        faults.push({ fault, at: seen.at, doing: standing.doing, detail });
    advance(standing, seen, life);
  }
  return { faults, wasStored: standing.wasStored, wasWithdrawn: standing.withdrawn.size > 0 };
}
