import { isOfThePage } from "./isOfThePage.ts";
import type { Life, Observation, Word } from "./Life.ts";

/** Where consents and withdrawals are recorded. */
const CONSENTS = "/v1/consents";

/** Something that needs a yes, and whether there was one just then. */
interface Act {
  what: string;
  wasAllowed: boolean;
}

/** How things stand in a life, after some of what was seen. */
export interface Standing {
  doing: string;
  /** What our script said last on this page. */
  status: string | undefined;
  /** Of this page: the site has objected; the manager throws. */
  isObjected: boolean;
  isBroken: boolean;
  /** … what was stored was taken from outside: the same yes is used up. */
  isLost: boolean;
  /** … on any page of this life. */
  wasBroken: boolean;
  /** Since the last task. */
  acts: Act[];
  /** Receipts of consents: stored, of those the ones that a record has to end, and ended by one. */
  receipts: Set<unknown>;
  owed: Set<string>;
  withdrawn: Set<unknown>;
  wasStored: boolean;
  /** Visitor ids that were stored; of those the ones that a no has ended. */
  visitors: Set<string>;
  ended: Set<string>;
}

export const start = (): Standing => ({
  doing: "",
  status: undefined,
  isObjected: false,
  isBroken: false,
  isLost: false,
  wasBroken: false,
  acts: [],
  receipts: new Set(),
  owed: new Set(),
  withdrawn: new Set(),
  wasStored: false,
  visitors: new Set(),
  ended: new Set(),
});

export const isOurs = (name: string): boolean => name === "mgt_visitor" || name === "mgt_session";

/** Neither ours nor the manager's. */
export const isForeign = (name: string, { manager }: Life): boolean =>
  !isOurs(name) && !new RegExp(manager.ownNames).test(name);

/** Whether the manager's word, as it is now, lets anything be written or sent. */
export function isAllowed(told: Word, { isObjected }: Standing, { plan, manager }: Life): boolean {
  return told === true && !isObjected && (!plan.gpc || manager.own);
}

/** The record of a withdrawal, the one thing that may be sent after a no, if that is what is asked. */
export function withdrawalIn(url: string, body = ""): Record<string, unknown> | undefined {
  if (new URL(url).pathname !== CONSENTS) return undefined;
  try {
    const record = JSON.parse(body);
    return record.status === "withdrawn" ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the standing one observation further. */
export function advance(standing: Standing, seen: Observation, life: Life): void {
  switch (seen.kind) {
    case "begins":
      standing.status = undefined;
      standing.isObjected = false;
      standing.isBroken = false;
      standing.isLost = false;
      return;
    case "does":
      standing.doing = seen.what;
      return;
    case "says":
      standing.status = seen.status;
      if (seen.status === "denied") for (const visitor of standing.visitors) standing.ended.add(visitor);
      return;
    case "objects":
      standing.isObjected = true;
      return;
    case "loses":
      standing.isLost = true;
      // Its receipt may be gone with it: nobody can name it any more.
      standing.owed.clear();
      return;
    case "breaks":
      standing.isBroken = true;
      standing.wasBroken = true;
      return;
    case "writes":
      noteWrite(standing, seen, life);
      return;
    case "asks":
      noteRequest(standing, seen, life);
      return;
    case "turned":
      standing.acts = [];
  }
}

function act(standing: Standing, what: string, told: Word, life: Life): void {
  standing.acts.push({ what, wasAllowed: isAllowed(told, standing, life) });
}

function noteRequest(
  standing: Standing,
  { how, url, body, told }: Extract<Observation, { kind: "asks" }>,
  life: Life,
): void {
  if (isOfThePage(how, url, life.page)) return;
  const withdrawal = withdrawalIn(url, body);
  if (withdrawal) standing.withdrawn.add(withdrawal.receipt);
  else act(standing, `${how} ${url}`, told, life);
}

function noteWrite(
  standing: Standing,
  { where, name, value = "{}", told }: Extract<Observation, { kind: "writes" }>,
  life: Life,
): void {
  // The manager's own.
  if (!isOurs(name) && !isForeign(name, life)) return;
  act(standing, `${where} ${name}`, told, life);
  standing.wasStored ||= isOurs(name);
  if (name === "mgt_visitor") standing.visitors.add(value);
  const receipt = name === "mgt_session" && (JSON.parse(value) as { consent?: string }).consent;
  if (!receipt || standing.receipts.has(receipt)) return;
  // What was withdrawn while the manager threw, and granted again, nobody could hear.
  if (standing.wasBroken) standing.owed.clear();
  standing.receipts.add(receipt);
  standing.owed.add(receipt);
}
