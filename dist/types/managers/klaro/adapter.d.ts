import type { Adapter } from "../Adapter.js";
interface Manager {
    confirmed?: unknown;
    savedConsents: Record<string, boolean | undefined>;
    getService(name: string): {
        required?: boolean;
    } | undefined;
    watch(watcher: {
        update(): void;
    }): void;
}
interface Library {
    getManager?(config: unknown): Manager;
    addEventListener(type: "render", listener: (config: unknown) => void): void;
    version(): string;
}
declare global {
    interface Window {
        klaro?: Library;
    }
}
/**
 * Klaro 0.7. Its manager comes to be when Klaro first shows itself: asking for it earlier would create it
 * before the page is parsed, and the services below would then not be started. `consents` and
 * `getConsent()` follow the switches of an open panel ("undecided" in `consent.spec.ts`, which runs the real
 * package); what the visitor has saved is in `savedConsents`.
 */
export declare const klaro: () => Adapter;
export {};
