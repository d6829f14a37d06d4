import type { Adapter } from "../Adapter.js";
type Flags = Record<string, boolean | undefined>;
interface TcData {
    eventStatus?: string;
    gdprApplies?: boolean;
    isServiceSpecific?: boolean;
    tcString?: string;
    cmpId?: number;
    cmpVersion?: number;
    purpose?: {
        consents?: Flags;
    };
    vendor?: {
        consents?: Flags;
        disclosedVendors?: Flags;
        vendorsDisclosed?: Flags;
    };
    publisher?: {
        restrictions?: Record<string, Record<string, number | undefined> | undefined>;
    };
}
type Listener = (data: TcData | null | undefined, success: boolean) => void;
declare global {
    interface Window {
        __tcfapi?: (command: string, version: number, callback: Listener) => void;
    }
}
/** IAB TCF 2.2 and 2.3, in the same frame or through the locator of an ancestor. */
export declare const tcf: () => Adapter;
export {};
