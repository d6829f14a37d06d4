import type { EventBase } from "../EventKind.ts";
import { condition, optionalPhone, phone, time, uuid } from "../wireSchemas.ts";

/** A tap on a `tel:` link, where `callClicks` is on. Numbers in E.164. */
export interface CallClickEvent extends EventBase {
  type: "call_click";
  number: string;
  tracked: string;
  condition: string;
}

export const schema = {
  type: "object",
  required: ["id", "at", "number"],
  properties: { id: uuid, at: time, number: phone, tracked: optionalPhone, condition },
} as const;

export const kept = (event: CallClickEvent) => ({
  number: event.number,
  tracked: event.tracked ?? "",
  condition: event.condition ?? "",
});
