import type { Adapter } from "../Adapter.js";
type Choices = Record<string, unknown>;
interface AxeptioSdk {
    on(event: string, listener: (choices: Choices) => void): void;
    userPreferencesManager?: {
        choices?: Choices;
    };
}
declare global {
    interface Window {
        axeptioSDK?: AxeptioSdk;
        axeptioSettings?: object;
        _axcb?: {
            push(callback: (sdk: AxeptioSdk) => void): unknown;
        };
    }
}
/**
 * Axeptio for brands. Its build for publishers speaks TCF.
 * https://developers.axeptio.eu/advanced-settings/webhooks
 */
export declare const axeptio: () => Adapter;
export {};
