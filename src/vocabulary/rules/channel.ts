import { CHANNELS, type Channel } from "../channels.ts";
import { quote } from "../compilePatterns.ts";
import type { Facts } from "../when/Facts.ts";
import type { LeafProblem, Unchecked } from "../when/LeafModule.ts";

/** Channel of the reference entry: one, or a list of which one holds. */
export type ChannelLeaf = { channel: Channel | Channel[] };

export const schema = () => ({
  channel: {
    type: ["string", "array"],
    if: { type: "string" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { enum: [...CHANNELS, "internal"] },
    items: { enum: [...CHANNELS, "internal"] },
    minItems: 1,
    uniqueItems: true,
    description: "Channel of the entry: one, or a list of which one holds.",
  },
});

export const matches = (wanted: Channel | Channel[], { channel }: Facts): boolean =>
  [wanted].flat().some((each) => each === channel);

export const compile = (leaf: ChannelLeaf): string =>
  [leaf.channel]
    .flat()
    .map((channel) => `channel===${quote(channel)}`)
    .join("||") || "false";

export const implies = (leaf: ChannelLeaf, other: ChannelLeaf): boolean =>
  [leaf.channel].flat().every((channel) => [other.channel].flat().includes(channel));

export const excludes = (leaf: ChannelLeaf, other: ChannelLeaf): boolean =>
  ![leaf.channel].flat().some((channel) => [other.channel].flat().includes(channel));

export const alternatives = (leaf: ChannelLeaf): ChannelLeaf[] =>
  [leaf.channel].flat().map((channel) => ({ channel }));

/** Of entries: `internal` is none. */
export const covers = (leaves: readonly ChannelLeaf[]): boolean =>
  CHANNELS.every((channel) => leaves.some((leaf) => [leaf.channel].flat().includes(channel)));

export const isSound = ({ channel }: Unchecked): boolean =>
  [channel].flat().every((each) => typeof each === "string");

export const problems = ({ channel }: Unchecked): LeafProblem[] =>
  [channel].flat().includes("internal")
    ? [
        {
          at: "channel",
          isError: false,
          code: "never_matches",
          message: `"internal" is no entry: it holds only where nothing is known of the entry`,
          found: "internal",
          expected: "a channel of entries",
        },
      ]
    : [];

export const describe = (_: ChannelLeaf, { channel }: Facts): string => `the channel is ${channel}`;

export const words = {
  en: ({ channel }: ChannelLeaf) => `channel ${[channel].flat().join(", ")}`,
  fr: ({ channel }: ChannelLeaf) => `canal ${[channel].flat().join(", ")}`,
};
