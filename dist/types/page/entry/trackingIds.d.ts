import type { TrackingIds } from "../../vocabulary/events.js";
/**
 * External ids of the page of entry. Reads the URL and, for what the site asked for, cookies, local
 * storage and window: so it runs only where storing is allowed. Values come as they are: never decoded
 * where that could change them, never re-cased.
 */
export declare function trackingIds({ searchParams }: URL): TrackingIds;
