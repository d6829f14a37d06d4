import type { NumbersAnswer, NumbersBody } from "../../vocabulary/events.js";
/**
 * Level 1: asks the endpoint for the numbers to show. The body is the same for every visitor of a page.
 *
 * @returns only numbers of the site's own configuration; nothing on any failure
 */
export declare function askNumbers(found: Omit<NumbersBody, "site">): Promise<NumbersAnswer | undefined>;
