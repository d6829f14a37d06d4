import { BEFORE_HOST, IN_ADDRESS, LETTERED, PRICED, SIGNED } from "./evidence.ts";

/** Why a number that nothing speaks for is left alone; `longer`: it is a stretch of a longer identifier. */
export type Guard = "signed" | "lettered" | "priced" | "address" | "longer";

const GUARDS: Readonly<Record<Exclude<Guard, "longer">, RegExp>> = {
  address: new RegExp(`${IN_ADDRESS}|${BEFORE_HOST}`, "u"),
  priced: new RegExp(PRICED, "u"),
  lettered: new RegExp(LETTERED, "u"),
  signed: new RegExp(SIGNED, "u"),
};

/** The guard that held, by what stood around the number (`seen.near`). */
export const guardOf = (near: string): Guard =>
  (Object.keys(GUARDS) as (keyof typeof GUARDS)[]).find((name) => GUARDS[name].test(near)) ?? "longer";
