import type { PageSite } from "../vocabulary/site.js";
import type { Adapter } from "./Adapter.js";
/** The managers that a site hears; none where no consent is waited for. */
export declare const adaptersFor: ({ consent }: PageSite) => Adapter[];
