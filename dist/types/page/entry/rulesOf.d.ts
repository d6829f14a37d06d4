import type { Swap } from "../../vocabulary/events.js";
import type { Condition, PageSite, SiteImage } from "../../vocabulary/site.js";
import { type Facts } from "./matches.js";
/** A site's rules as code: interpreted here, compiled for the scripts that the endpoint serves. */
export interface Rules {
    /** `origins`, and hosts whose round trip is not an entry. */
    isInside(host: string): boolean;
    /** Whether a query parameter is kept in URLs, and whether by its very name rather than by a glob. */
    keeps(name: string): boolean;
    keepsAsItIs(name: string): boolean;
    /** The first condition that holds. */
    winner(facts: Facts): Condition | undefined;
    /** The mapped image at an address. */
    image(src: string): SiteImage | undefined;
    /** The numbers that change in a mode without conditions. */
    always: Swap[];
    /** `"last"`: each new entry replaces the reference entry. */
    entry: PageSite["entry"];
}
export declare function rulesOf(site: PageSite): Rules;
