import type { Adapter } from "../Adapter.js";
/**
 * OneTrust: groups of cookies, performance (`C0002`) unless the site names another. The list of active
 * groups is there on every load, before any choice: it counts once the banner has been answered, and
 * not while a new version of it asks again.
 */
export declare const onetrust: Adapter;
