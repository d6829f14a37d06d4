/** What one fault came to: a line of the table. */
export interface Outcome {
  /** What was done to the endpoint, with how often. */
  fault: string;
  /** What was counted, in words. */
  found: string;
  isFine: boolean;
  /** It could not be tried here, and why: neither fine nor a failure. */
  skipped?: true;
}

export interface FaultOptions {
  /** Rounds of `kill -9`; the others follow in proportion. */
  rounds: number;
  /** Bodies that are mutated. */
  bodies: number;
  /** A folder of its own for each fault. */
  folder: string;
  /** Repeats a run. */
  seed: number;
}

export type Fault = (options: FaultOptions) => Promise<Outcome[]>;
