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
 * tarteaucitron from 1.9.6 on: 1.8.4 fires neither of the last two events. The owner declares the service (README);
 * registering it ourselves would reopen the banner for visitors who have answered. Its `fallback()` is not heard: it
 * also runs while the visitor has not decided ("undecided" in `consent.spec.ts`). After a withdrawal the manager
 * reloads the page ("withdrawn in the panel, which then reloads the page" in `tarteaucitron.spec.ts`).
 */
export declare const tarteaucitron: () => Adapter;
export {};
