import type { Features } from "../vocabulary/features.ts";

declare global {
  /** Compile-time constants: what the script being built contains. */
  const HAS: Features & {
    /** A manager that is heard may answer with a promise. */
    lateAnswers: boolean;
  };
  /** Hash of the sources and the configuration that the script was compiled from. */
  const BUILD: string;
}
