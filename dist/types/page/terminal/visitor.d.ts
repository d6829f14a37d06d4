import type { PageSite } from "../../vocabulary/site.js";
/** The visitor id in the cookie; anything that is no UUID v4 is none. */
export declare function readVisitor(): string | undefined;
/**
 * @param since when the visitor was first seen (ms): the cookie ends `visitorDays` later, however
 *   often it is written
 */
export declare function writeVisitor(site: PageSite, id: string, since: number): void;
/** With and without the domain: a cookie set under an earlier configuration goes as well. */
export declare function deleteVisitor(site: PageSite): void;
