import type { EventBase } from "../EventKind.ts";
import { pages, time, uuid } from "../wireSchemas.ts";

/** Mode `trafic`: how many pages were viewed so far, the current one included; no URL. */
export interface PagesEvent extends EventBase {
  type: "pages";
  pages: number;
}

export const schema = {
  type: "object",
  required: ["id", "at", "pages"],
  properties: { id: uuid, at: time, pages },
} as const;

export const kept = (event: PagesEvent) => ({ pages: event.pages });

export const isRunningCount = true;
