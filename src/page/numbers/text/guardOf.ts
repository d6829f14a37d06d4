import { ADDRESS, LETTER, N, SIGN, type seen } from "./evidence.ts";

/** Why a number that nothing speaks for is left alone; `longer`: it is a stretch of a longer identifier. */
export type Guard = "signed" | "lettered" | "priced" | "address" | "longer";

/** What says most comes first; a letter is glued within its element, the others without regard to elements. */
const GUARDS: readonly (readonly [Exclude<Guard, "longer">, keyof typeof seen, RegExp])[] = [
  ["address", "flat", new RegExp(ADDRESS)],
  // This one and the `+` are parts of `SIGN`.
  ["priced", "flat", new RegExp(`${N} \\$`)],
  ["lettered", "near", LETTER],
  ["lettered", "flat", new RegExp(`\\+${N}`)],
  ["signed", "flat", new RegExp(SIGN)],
];

/** The guard that held, by what stood around the number (`seen`). */
export const guardOf = (around: typeof seen): Guard =>
  GUARDS.find(([, part, guard]) => guard.test(around[part]))?.[0] ?? "longer";
