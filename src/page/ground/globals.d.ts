import type { Features } from "../../vocabulary/features.ts";

declare global {
  /** Compile-time constants: what the script being built contains. */
  const HAS: Features;
  /** Hash of the sources and the configuration that the script was compiled from. */
  const BUILD: string;
}
