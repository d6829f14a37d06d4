import type { Channel } from "../../vocabulary/channels.js";
/** Hosts: each of the names with each of the ends, such as `facebook` and `com`. */
interface Hosts {
    names: readonly string[];
    /** `{country}`, `{national}` and `{domain}` are parts of expressions (`esbuild.signs.mjs`). */
    ends: readonly string[];
    /** With these subdomains, or with none. Without it: with all. */
    under?: readonly string[];
}
/**
 * The signs of one channel. A `-` in a word is any character or none, a `_` any
 * character; a `*` at its end any run of them.
 * All in lower case, but for the query.
 */
interface Signs {
    /** Query parameters that a platform adds to a click. */
    clicks?: readonly string[];
    /** Values of `utm_medium`. */
    mediums?: readonly string[];
    /** Values of `utm_source`, besides the hosts and their names. */
    sources?: readonly string[];
    /** The host of a referrer, or a `utm_source` of that name or host. */
    hosts?: readonly Hosts[];
}
/**
 * What tells each channel, in the order in which they are looked through; the build makes `signs.ts` of it.
 *
 * Hosts are our own short list of the sites that matter in Europe, as of 2026-11. Each stands for itself and its
 * subdomains, or for a source of that name; names that are also common words only with their own top-level domain.
 */
export declare const SIGNS_TABLE: Readonly<Record<Exclude<Channel, "direct" | "internal">, Signs>>;
export {};
