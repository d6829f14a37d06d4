import { type Channel, isWithoutSource } from "../channels.ts";
import { SIGNS } from "./signs.ts";

/** Whether a text is the name of a channel. */
export const isChannel = (name: string): boolean =>
  Object.hasOwn(SIGNS, name) || name === "other" || isWithoutSource(name);

/** The channel whose sign a text bears; `paid_other` is none, since its source says which. */
export const signIn = (text: string): Channel | undefined =>
  (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find(
    (channel) => channel !== "paid_other" && SIGNS[channel].test(text),
  );
