import type { TrackingIds } from "../../vocabulary/events.js";
/**
 * External ids of the page of entry. Reads the URL and, for what the site asked for, cookies, local
 * storage and window: so it runs only where storing is allowed.
 */
export declare function trackingIds({ searchParams }: URL): TrackingIds;
