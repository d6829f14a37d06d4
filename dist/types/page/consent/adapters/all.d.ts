import type { PageSite } from "../../../vocabulary/site.js";
import type { Adapter } from "../Adapter.js";
/** The managers that a site hears: the configured one, or all that this version knows; none where no consent is waited for. */
export declare function adaptersFor({ consent: { manager } }: PageSite): Adapter[];
