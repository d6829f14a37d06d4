import fc from "fast-check";
import type { DeviceLeaf } from "../../../../src/vocabulary/rules/device.ts";
import type { Cases } from "./Cases.ts";

export const cases: Cases<DeviceLeaf> = {
  leaves: fc.record({ device: fc.constantFrom("mobile" as const, "desktop" as const) }),
  rows: [
    [{ device: "mobile" }, true],
    [{ device: "desktop" }, false],
  ],
  said: [[{ device: "desktop" }, "the device is mobile", "device desktop"]],
};
