import type { Adapter } from "../Adapter.js";
type Test = () => boolean | undefined;
interface DidomiSdk {
    version?: string;
    isConsentRequired?: Test;
    shouldUserStatusBeCollected?: Test;
    shouldConsentBeCollected?: Test;
    isUserStatusPartial?: Test;
    getCurrentUserStatus(): {
        regulation?: string;
        vendors: Record<string, {
            enabled?: boolean;
        } | undefined>;
    };
}
declare global {
    interface Window {
        Didomi?: object;
        didomiConfig?: object;
        didomiRemoteConfig?: object;
        didomiOnReady?: {
            push(callback: (sdk: DidomiSdk) => void): unknown;
        };
        didomiEventListeners?: {
            push(listener: {
                event: string;
                listener(): void;
            }): unknown;
        };
    }
}
/**
 * Didomi. In its status a vendor is enabled only if its purposes are too.
 * https://developers.didomi.io/cmp/web-sdk/reference/api
 */
export declare const didomi: () => Adapter;
export {};
