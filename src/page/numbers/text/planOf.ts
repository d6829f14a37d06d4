import type { NumberPlan } from "../../../vocabulary/site.ts";
import { site } from "../../ground/site.ts";
import { guessPlan } from "./guessPlan.ts";

/** The plan of one of two numbers; the other's stands for it where they are alike. */
export const planOf = (number: string, alike: string): NumberPlan =>
  (site.plans[number] || (HAS.guessPlans ? guessPlan(number) : site.plans[alike])) as NumberPlan;
