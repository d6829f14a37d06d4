import { compileHosts } from "../compilePatterns.ts";
import { globMeant } from "../globs.ts";
import { matchesHost } from "../patterns.ts";
import { ref } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { Completion, LeafProblem, Unchecked } from "../when/LeafModule.ts";

/** Host of the reference entry's referrer, with its subdomains; `*.x`: its subdomains only. */
export type ReferrerLeaf = { referrer: string };

export const schema = () => ({
  referrer: ref(
    "host",
    "Host of the entry's referrer, with its subdomains; `*.example.com`: its subdomains only.",
  ),
});

// Where there is no referrer not even a star holds.
export const matches = (referrer: string, { host }: Facts): unknown => host && matchesHost(referrer, host);

export const compile = ({ referrer }: ReferrerLeaf): string =>
  `${matchesHost(referrer, "") ? "host&&" : ""}${compileHosts([referrer], "host")}`;

export const complete = ({ referrer }: ReferrerLeaf, { asciiHost }: Completion): ReferrerLeaf => ({
  referrer: asciiHost(referrer),
});

/** A host stands for itself and its subdomains; with a star in front the dot is its own. */
export const implies = (leaf: ReferrerLeaf, other: ReferrerLeaf): boolean =>
  matchesHost(other.referrer, leaf.referrer);

export const excludes = ({ referrer }: ReferrerLeaf, other: ReferrerLeaf): boolean =>
  !`${referrer}${other.referrer}`.includes("*") &&
  !matchesHost(referrer, other.referrer) &&
  !matchesHost(other.referrer, referrer);

export const isSound = ({ referrer }: Unchecked): boolean => typeof referrer === "string";

export function problems({ referrer }: Unchecked): LeafProblem[] {
  if (typeof referrer !== "string") return [];
  const never = (message: string): LeafProblem[] => [
    {
      at: "referrer",
      isError: false,
      code: "never_matches",
      message,
      found: referrer,
      expected: "host such as example.com, or *.example.com",
    },
  ];
  if (globMeant(referrer) !== undefined)
    return never(`"${referrer}" is written as a regular expression: only * has a meaning here`);
  if (/^(direct|none|\(none\)|aucun)$/i.test(referrer))
    return never(`"${referrer}" is no host: who comes without a referrer has { "channel": "direct" }`);
  if (/[|,;]/.test(referrer))
    return never(
      `one host only, did you mean { "any": [ ${referrer
        .split(/[|,;]/)
        .map((host) => `{ "referrer": ${JSON.stringify(host.trim())} }`)
        .join(", ")} ] }?`,
    );
  const bare = referrer.replace(/^\.+|(?<!\.)\.+$/g, "");
  if (bare !== referrer && bare) return never(`no host begins or ends with a dot, did you mean "${bare}"?`);
  if (!/[.*]/.test(referrer) && !/^(localhost|\[)/i.test(referrer) && referrer)
    return never(
      `"${referrer}" is no host: write "${referrer.toLowerCase()}.com", or "${referrer.toLowerCase()}.*" for every country`,
    );
  return [];
}

export const describe = (_: ReferrerLeaf, { host }: Facts): string =>
  host ? `the referrer is ${host}` : "there is no referrer";

export const words = {
  en: ({ referrer }: ReferrerLeaf) => `referrer ${referrer}`,
  fr: ({ referrer }: ReferrerLeaf) => `référent ${referrer}`,
};
