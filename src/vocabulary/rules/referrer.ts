import { compileHosts } from "../compilePatterns.ts";
import { matchesHost } from "../patterns.ts";
import { ref } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { Completion } from "../when/LeafModule.ts";

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

export const describe = (_: ReferrerLeaf, { host }: Facts): string =>
  host ? `the referrer is ${host}` : "there is no referrer";

export const words = {
  en: ({ referrer }: ReferrerLeaf) => `referrer ${referrer}`,
  fr: ({ referrer }: ReferrerLeaf) => `référent ${referrer}`,
};
