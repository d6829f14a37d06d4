import type { EventBase, Keeping } from "../EventKind.ts";
import { pages, pageUrl, time, uuid } from "../wireSchemas.ts";

/** Mode `parcours`: one page view. */
export interface PageEvent extends EventBase {
  type: "page";
  url: string;
  pages: number;
}

export const schema = {
  type: "object",
  required: ["id", "at", "url", "pages"],
  properties: { id: uuid, at: time, url: pageUrl, pages },
} as const;

export const kept = (event: PageEvent, { cleanUrl }: Keeping) => ({
  url: cleanUrl(event.url),
  pages: event.pages,
});
