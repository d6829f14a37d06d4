import fc from "fast-check";
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

/** How the manager's word, and what our script holds, stand; of a script that does what it must. */
interface Held {
  told: boolean | null;
  isObjected: boolean;
  isBroken: boolean;
  /** Its consent, while the visitor is stored. */
  receipt: string | undefined;
  receipts: number;
  isHeard: boolean;
}

/** What the script does about what it has been told. */
function settle(held: Held): Seen[] {
  const { told, receipt } = held;
  const isNo = told === false || held.isObjected;
  if (isNo) {
    held.receipt = undefined;
    return [says("denied"), ...(receipt ? [withdraws(receipt)] : [])];
  }
  if (told !== true || !held.isHeard || receipt) return [];
  held.receipts += 1;
  held.receipt = `receipt ${held.receipts}`;
  return [
    says("granted"),
    writes("mgt_visitor", told),
    stores(held.receipt),
    asks(`${ENDPOINT}/v1/consents`, told, JSON.stringify({ status: "granted", receipt: held.receipt })),
  ];
}

const told = (answer: boolean) => (held: Held) => {
  // A manager that throws says nothing that could be heard.
  if (held.isBroken) return [];
  held.told = answer;
  return settle(held);
};

/** What may happen, and what is seen of it. */
const HAPPENINGS: Record<string, (held: Held) => Seen[]> = {
  yes: told(true),
  no: told(false),
  object(held) {
    held.isObjected = true;
    return [objects(), ...settle(held)];
  },
  navigate(held) {
    held.isObjected = false;
    held.isBroken = false;
    return [
      begins(),
      { ...asks(`${ENDPOINT}/garage.js`, held.told), how: "Script" } as Seen,
      ...settle(held),
    ];
  },
  break(held) {
    held.isBroken = true;
    return [breaks()];
  },
  view: ({ receipt }) => (receipt ? [asks(`${ENDPOINT}/v1/events`, true, "{}")] : []),
  manager: (held) => [writes("klaro", held.told), asks(`${ORIGIN}/demo/managers/panel.js`, held.told)],
};

function soundLife(happenings: readonly string[], gpc: boolean, own: boolean): Life {
  const held: Held = {
    told: null,
    isObjected: false,
    isBroken: false,
    receipt: undefined,
    receipts: 0,
    isHeard: !gpc || own,
  };
  const names = () => (held.receipt ? ["klaro", ...BOTH] : ["klaro"]);
  const seen: Seen[] = [begins()];
  for (const happening of happenings) {
    seen.push(...(HAPPENINGS[happening]?.(held) ?? []));
    seen.push(promised({ told: held.told, names: names() }), turned({ told: held.told, names: names() }));
  }
  seen.push(rests({ told: held.told, names: names() }));
  return lifeOf(seen, { gpc, own });
}

/** Lives in which nothing is wrong. */
export const soundLives: fc.Arbitrary<Life> = fc
  .tuple(fc.array(fc.constantFrom(...Object.keys(HAPPENINGS)), { maxLength: 20 }), fc.boolean(), fc.boolean())
  .map(([happenings, gpc, own]) => soundLife(happenings, gpc, own));
