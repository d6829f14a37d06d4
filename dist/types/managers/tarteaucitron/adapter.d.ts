import type { Adapter } from "../Adapter.js";
interface Tarteaucitron {
    parameters?: {
        serviceDefaultState?: unknown;
    };
    services?: Record<string, {
        needConsent?: boolean;
    } | undefined>;
    state?: Record<string, boolean | undefined>;
    version?: string;
}
declare global {
    interface Window {
        tarteaucitron?: Tarteaucitron;
    }
}
/**
 * tarteaucitron 1.34. The owner declares the service (README); registering it ourselves would reopen
 * the banner for visitors who have answered. Its `fallback()` is not heard: it also runs while the
 * visitor has not decided. After a withdrawal the manager reloads the page.
 */
export declare const tarteaucitron: () => Adapter;
export {};
