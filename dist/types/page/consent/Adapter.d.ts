import type { ManagerName } from "../../vocabulary/managers.js";
import type { ConsentSettings } from "../../vocabulary/site.js";
export type ConsentStatus = "unknown" | "pending" | "granted" | "denied" | "not_applicable";
/** What a manager says at one moment. */
export interface Answer {
    status: ConsentStatus;
    /** The answer is for our own key, or our own vendor id in TCF, not for a whole category. */
    own?: boolean;
    /** Our vendor, service or category in the manager. */
    key?: string;
    /** TC string, token or choice, as the manager gives it. */
    signal?: string;
    version?: string;
}
/**
 * One consent manager. An adapter reads its manager and nothing else, creates nothing that would
 * look like the manager's presence, and may throw: the engine survives it.
 */
export interface Adapter {
    name: ManagerName;
    /** Whose word counts more in `auto`: 0 vendor-specific, 1 TCF, 2 categories, 3 Google. */
    tier: 0 | 1 | 2 | 3;
    /** The manager, or its stub, is on the page. */
    detect(): boolean;
    /** Registers its hooks at once, whether or not the manager will ever load, and emits what is known. */
    install(emit: (answer: Answer) => void, settings: ConsentSettings): void;
}
