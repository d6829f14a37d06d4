import type { Features } from "../../vocabulary/features.ts";

declare global {
  /** Compile-time constants: what the script being built contains. */
  const HAS: Features;
  /** Hash of the sources and the configuration that the script was compiled from. */
  const BUILD: string;
  /** The script's own file, and that of the overlay of `mgt('debug')` beside it. */
  const SCRIPT: string;
  const OVERLAY: string;
  /** It is imported, and has no element of its own. */
  const IS_MODULE: boolean;
  /** In the overlay alone: it is taken down why a number is left alone. */
  const REASONS: boolean;
  /** In the overlay alone: the site that it is served for; a text where it is for any. */
  const SITE: object | string;
}
