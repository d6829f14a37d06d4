import type { Adapter } from "../Adapter.js";
declare global {
    interface Window {
        wp_has_consent?(category: string): boolean;
        wp_consent_type?: string;
        wp_fallback_consent_type?: string;
        consent_api?: {
            cookie_prefix?: string;
        };
    }
}
/**
 * WP Consent API 2. `wp_has_consent()` also says yes where nobody manages consents (no consent type), and
 * before any choice where the type is opt-out: only the cookie tells what the visitor has chosen.
 * https://github.com/WordPress/wp-consent-level-api
 */
export declare const wordpress: () => Adapter;
