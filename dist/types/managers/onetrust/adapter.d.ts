import type { Adapter } from "../Adapter.js";
interface OneTrust {
    IsAlertBoxClosed(): unknown;
    IsAlertBoxClosedAndValid?(): unknown;
    GetDomainData(): {
        ConsentModel?: {
            Name?: string;
        };
        /** `Status`: `always active`, or what holds before any choice. */
        Groups: {
            CustomGroupId?: string;
            Status?: string;
        }[];
    };
    OnConsentChanged(callback: () => void): void;
}
declare global {
    interface Window {
        OneTrust?: OneTrust;
        OnetrustActiveGroups?: string;
    }
}
/**
 * OneTrust: groups of cookies, performance (`C0002`) unless the site names another. The list of active
 * groups is there on every load, before any choice: it counts once the banner has been answered, and
 * not while a new version of it asks again.
 * https://developer.onetrust.com/onetrust/docs/javascript-api
 */
export declare const onetrust: () => Adapter;
export {};
