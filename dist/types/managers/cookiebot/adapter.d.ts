import type { Adapter } from "../Adapter.js";
interface Cookiebot {
    consent?: Record<string, unknown>;
    hasResponse?: unknown;
}
declare global {
    interface Window {
        Cookiebot?: Cookiebot;
    }
}
/**
 * Cookiebot: `statistics` unless the site names another category. A consent by implication (scrolling
 * on, or a region where nobody is asked) has another method than `explicit` and is none here.
 * https://www.cookiebot.com/en/developer/
 */
export declare const cookiebot: () => Adapter;
export {};
