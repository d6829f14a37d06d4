import type { Adapter } from "../Adapter.js";
interface Settings {
    consents?: Record<string, {
        status?: unknown;
    } | undefined>;
}
type Api = (command: string, onFulfilled: (settings: Settings) => void, onRejected: () => void) => void;
declare global {
    interface Window {
        ppms?: {
            cm?: {
                api?: Api;
            };
        };
    }
}
/**
 * Piwik PRO's Consent Manager: consent types, `analytics` unless the site names another. It tells of no
 * change, so its cookie is watched; what it means is asked of the manager.
 * https://developers.piwik.pro/docs/overview-consent-manager-js-api
 */
export declare const piwikpro: () => Adapter;
export {};
