import type { Mgt } from "../api/types.js";
/** What `start` returns where there is no page, such as on a server: the owner's numbers are the ones to show. */
export declare function noPage(): Mgt;
