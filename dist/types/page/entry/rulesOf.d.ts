import type { Swap } from "../../vocabulary/events.js";
import { type ParamRules } from "../../vocabulary/keptParams.js";
import type { Condition, PageSite, SiteImage } from "../../vocabulary/site.js";
import type { Facts } from "../../vocabulary/when/Facts.js";
/** What of a site decides on an arrival. */
export interface Policy extends ParamRules {
    /** `origins`, and hosts whose round trip is not an entry. */
    isInside(host: string): boolean;
    /** The first condition that holds. */
    winner(facts: Facts): Condition | undefined;
    /** `"last"`: each new entry replaces the reference entry. */
    entry: PageSite["entry"];
}
/** A site's rules as code: interpreted here, compiled for the scripts that the endpoint serves. */
export interface Rules extends Policy {
    /** The mapped image at an address. */
    image(src: string): SiteImage | undefined;
    /** The numbers that change in a mode without conditions. */
    always: Swap[];
}
export declare function rulesOf(site: PageSite): Rules;
