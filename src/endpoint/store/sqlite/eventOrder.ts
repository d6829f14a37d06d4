/** SQL order of one visitor's events: an entry stands before the page views of the same millisecond. */
export const EVENT_ORDER = "time, type <> 'entry', pages, events.ref";
