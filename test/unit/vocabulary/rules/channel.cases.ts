import fc from "fast-check";
import { CHANNELS } from "../../../../src/vocabulary/channels.ts";
import type { ChannelLeaf } from "../../../../src/vocabulary/rules/channel.ts";
import type { Cases } from "./Cases.ts";

export const cases: Cases<ChannelLeaf> = {
  leaves: fc.record({ channel: fc.oneof(fc.constantFrom(...CHANNELS), fc.subarray([...CHANNELS])) }),
  rows: [
    [{ channel: "paid_search" }, true],
    [{ channel: ["email", "paid_search"] }, true],
    [{ channel: ["email"] }, false],
  ],
  implied: [
    [{ channel: "email" }, { channel: ["email", "display"] }, true],
    [{ channel: ["email", "display"] }, { channel: "email" }, false],
  ],
  said: [[{ channel: ["email", "display"] }, "the channel is paid_search", "channel email, display"]],
};
