// Written by `npm run build`: do not edit.
import type { EventKinds } from "./EventKind.ts";
import * as call_click from "./events/call_click.ts";
import * as entry from "./events/entry.ts";
import * as ids from "./events/ids.ts";
import * as page from "./events/page.ts";
import * as pages from "./events/pages.ts";

export const EVENT_KINDS: EventKinds = {
  entry,
  pages,
  page,
  call_click,
  ids,
};
