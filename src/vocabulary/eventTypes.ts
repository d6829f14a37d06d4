// Written by `npm run build`: do not edit.
import type { CallClickEvent } from "./events/call_click.ts";
import type { EntryEvent } from "./events/entry.ts";
import type { IdsEvent } from "./events/ids.ts";
import type { PageEvent } from "./events/page.ts";
import type { PagesEvent } from "./events/pages.ts";

/** The kinds of event by name, one file each in `src/vocabulary/events`. */
export interface EventTypes {
  entry: EntryEvent;
  pages: PagesEvent;
  page: PageEvent;
  call_click: CallClickEvent;
  ids: IdsEvent;
}
