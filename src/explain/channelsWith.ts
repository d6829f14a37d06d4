import { CHANNELS, type Channel } from "../vocabulary/channels.ts";
import { matchesHost } from "../vocabulary/patterns.ts";
import type { ParamLeaf } from "../vocabulary/rules/param.ts";
import type { ReferrerLeaf } from "../vocabulary/rules/referrer.ts";
import type { Site } from "../vocabulary/site.ts";
import { siteDefaults } from "../vocabulary/siteDefaults.ts";
import type { Leaf } from "../vocabulary/when/Leaf.ts";
import type { When } from "../vocabulary/when/When.ts";
import { explain, isReferrer } from "./explain.ts";

type Query = Readonly<Record<string, string>>;

// What decides a channel before, or in the place of, what a rule asks for: one of each kind and channel.
const CLICKS = ["gclid", "ttclid", "dclid", "mc_cid", "fbclid"];
const MEDIUMS =
  "cpc paid-social display cpm retargeting ai social organic email sms push qr affiliate referral link app nothing".split(
    " ",
  );
const SOURCES = "google facebook chatgpt newsletter nothing".split(" ");

const RIVALS: readonly Query[] = [
  {},
  ...CLICKS.map((name) => ({ [name]: "1" })),
  ...MEDIUMS.flatMap((utm_medium) => [{ utm_medium }, { utm_medium, utm_source: "facebook" }]),
  ...SOURCES.flatMap((utm_source) => [{ utm_source }, { utm_source, utm_medium: "cpc" }]),
];

/** Hosts of referrers; the second is where the pages stand that arrivals are tried on. */
const [SOCIAL, OWN, ...OTHERS] = [
  "www.facebook.com",
  "site.invalid",
  "www.google.com",
  "chatgpt.com",
  "mail.google.com",
  "other.invalid",
] as const;

const EVERY: readonly Channel[] = [...CHANNELS, "internal"];

/** What of a site decides on a channel. */
interface Inside {
  origins: string[];
  referrerIgnore?: string[] | undefined;
}

/**
 * Rules with what they entail about the channel: whoever brings a `gclid` came by `paid_search`. The channels of a leaf
 * are found by the page's own code, on arrivals that hold it and everything else that could decide.
 *
 * @returns the same rule, each leaf that is not under a `not` joined with the channels that it leaves
 */
export function channelsWith(inside: Inside): (when: When) => When {
  const ofReferrer = referrerProbe(inside);
  const channelsOf = (leaf: Leaf): ReadonlySet<Channel> =>
    "param" in leaf ? ofParameter(leaf) : "referrer" in leaf ? ofReferrer(leaf) : ALL;
  return function joined(when: When): When {
    if ("all" in when) return { all: when.all.map(joined) };
    if ("any" in when) return { any: when.any.map(joined) };
    if ("not" in when) return when;
    const channels = channelsOf(when);
    if (EVERY.every((channel) => channels.has(channel))) return when;
    return { all: [when, { channel: EVERY.filter((channel) => channels.has(channel)) }] };
  };
}

const ALL: ReadonlySet<Channel> = new Set(EVERY);

/** Tells the channel of arrivals on a site. */
function prober({ origins, referrerIgnore }: Inside): (query: Query, host: string) => Channel {
  // What else a site has is of no consequence to a channel.
  const site = siteDefaults({
    key: "probe",
    mode: "parcours",
    origins,
    ...(referrerIgnore && { referrerIgnore }),
    // A site that asks for no channel may know none.
    conditions: [{ id: "channel", source: "channel", when: { channel: "email" }, numbers: {} }],
  }) as unknown as Site;
  return (query, host) =>
    explain(site, {
      url: `https://${OWN}/?${new URLSearchParams(query)}`,
      referrer: host && `https://${host}/`,
    }).reference.channel;
}

/** Parameters of which the channels are kept: a file is checked again and again while its owner writes it. */
const MAX_KEPT = 1000;
const kept = new Map<string, ReadonlySet<Channel>>();

/** Of a parameter, whose channels no site's hosts change. */
function ofParameter(leaf: ParamLeaf): ReadonlySet<Channel> {
  const id = JSON.stringify(leaf);
  const known = kept.get(id);
  if (known) return known;
  const channelOf = prober({ origins: [] });
  const values = valuesOf(leaf);
  // Most parameters say nothing.
  const saysNothing = values.some((value) => channelOf({ [leaf.param]: value }, "") === "direct");
  const channels = new Set(
    saysNothing
      ? EVERY
      : values.flatMap((value) => {
          const own = { [leaf.param]: value };
          return [
            ...RIVALS.flatMap((rival) => ["", SOCIAL].map((host) => channelOf({ ...rival, ...own }, host))),
            ...[OWN, ...OTHERS].map((host) => channelOf(own, host)),
          ];
        }),
  );
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(id, channels);
  return channels;
}

/** Values that a leaf may find: those that it names, else one of each kind. */
function valuesOf({ param, is, in: list }: ParamLeaf): string[] {
  const named = (list ?? (is === undefined ? [] : [is])).filter((value) => value !== "");
  if (named.length > 0) return named;
  const kinds = { utm_medium: MEDIUMS, utm_source: SOURCES }[param] ?? [];
  return [...kinds, "1"];
}

/** Of a referrer: none is `direct`, but for hosts of the site's own. */
function referrerProbe(inside: Inside): (leaf: ReferrerLeaf) => ReadonlySet<Channel> {
  const hosts = inside.origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, ""));
  const channelOf = prober(inside);
  const isOwn = (referrer: string) =>
    referrer.includes("*") ||
    // No host: nothing can be tried on it.
    !isReferrer(`https://${referrer}/`) ||
    channelOf({}, referrer) === "internal" ||
    hosts.some((host) => matchesHost(referrer, host.replace("*", "x")));
  const outside = new Set(EVERY.filter((channel) => channel !== "direct"));
  return ({ referrer }) => (isOwn(referrer) ? ALL : outside);
}
