import type { Adapter } from "../Adapter.js";
/** `gtag()` pushes its `arguments`, which are no array. */
type Entry = {
    [index: number]: unknown;
    2?: Record<string, unknown>;
} | null | undefined;
declare global {
    interface Window {
        dataLayer?: Entry[];
    }
}
/**
 * Google Consent Mode v2, as told to `dataLayer`. A `default` is the owner's setting for a region, whatever
 * it grants, and never a visitor's choice. Tag Manager's templates set consents past `dataLayer`: those are not seen.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export declare const google: () => Adapter;
export {};
