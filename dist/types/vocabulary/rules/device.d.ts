import type { Facts } from "../when/Facts.js";
export type DeviceLeaf = {
    device: "mobile" | "desktop";
};
export declare const schema: () => {
    device: {
        enum: readonly string[];
        default?: string;
        description: string;
    };
};
export declare const matches: (device: DeviceLeaf["device"], { view }: Facts) => boolean;
export declare const compile: ({ device }: DeviceLeaf) => string;
export declare const describe: (_: DeviceLeaf, { view }: Facts) => string;
export declare const words: {
    en: ({ device }: DeviceLeaf) => string;
    fr: ({ device }: DeviceLeaf) => string;
};
