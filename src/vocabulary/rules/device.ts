import { quote } from "../compilePatterns.ts";
import { choice } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { Unchecked } from "../when/LeafModule.ts";

export type DeviceLeaf = { device: "mobile" | "desktop" };

export const schema = () => ({ device: choice("Kind of device.", ["mobile", "desktop"]) });

export const matches = (device: DeviceLeaf["device"], { view }: Facts): boolean => view.device === device;

export const compile = ({ device }: DeviceLeaf): string => `view.device===${quote(device)}`;

export const excludes = (leaf: DeviceLeaf, other: DeviceLeaf): boolean => leaf.device !== other.device;

export const covers = (leaves: readonly DeviceLeaf[]): boolean =>
  new Set(leaves.map(({ device }) => device)).size > 1;

export const isSound = ({ device }: Unchecked): boolean => device === "mobile" || device === "desktop";

export const describe = (_: DeviceLeaf, { view }: Facts): string => `the device is ${view.device}`;

export const words = {
  en: ({ device }: DeviceLeaf) => `device ${device}`,
  fr: ({ device }: DeviceLeaf) => `appareil ${device}`,
};
