import type { Adapter } from "../Adapter.js";
/** How one consent came about: in version 3, or as an entry of a version 2 history. */
interface Proof {
    type?: string;
    action?: string;
    versions?: {
        application?: string;
    };
}
interface Details {
    consent?: {
        updatedBy?: string;
    };
    services: Record<string, {
        consent?: Proof & {
            given?: boolean;
        };
    } | undefined>;
}
declare global {
    interface Window {
        __ucCmp?: {
            getConsentDetails(): PromiseLike<Details>;
        };
        UC_UI?: {
            getServicesBaseInfo(): {
                id: string;
                consent?: {
                    status?: boolean;
                    history?: Proof[];
                };
            }[];
        };
    }
}
/**
 * Usercentrics 3; and 2, which is `UC_UI` alone (version 3 has one too, that does not tell the type).
 * https://usercentrics.com/docs/web/features/api/control-functionality/
 */
export declare const usercentrics: () => Adapter;
export {};
