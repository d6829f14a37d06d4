import type { Features } from "../../vocabulary/features.ts";

declare global {
  /** Compile-time constants: what the script being built contains. */
  const HAS: Features;
  /** Hash of the sources and the configuration that the script was compiled from. */
  const BUILD: string;
  /** Where the overlay of `mgt('debug')` is, from the script's own address. */
  const OVERLAY: string;
  /** In the overlay alone: it is taken down why a number is left alone. */
  const REASONS: boolean;
  /** In the overlay alone: the site that it is served for; a text where it is for any. */
  const SITE: object | string;
}
