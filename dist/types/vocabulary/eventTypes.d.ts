import type { CallClickEvent } from "./events/call_click.js";
import type { EntryEvent } from "./events/entry.js";
import type { PageEvent } from "./events/page.js";
import type { PagesEvent } from "./events/pages.js";
/** The kinds of event by name, one file each in `src/vocabulary/events`. */
export interface EventTypes {
    entry: EntryEvent;
    pages: PagesEvent;
    page: PageEvent;
    call_click: CallClickEvent;
}
