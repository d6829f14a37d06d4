import type { ConsentSettings } from "../vocabulary/site.ts";
import type { Adapter } from "./Adapter.ts";

/** What of `consent` a manager's adapter looks at: our vendor or service, a category, or TCF's ids. */
export type ManagerSetting = "key" | "category" | "vendor" | "purposes";

/** What is known of one consent manager besides its adapter: for the endpoint, the demo and the tests, never the page. */
export interface ManagerFacts {
  /** As its vendor writes it. */
  label: string;
  /** What of `consent` counts with it. */
  settings: readonly ManagerSetting[];
  /** The adapter's, as long as it has read nothing. */
  tier: Adapter["tier"];
  /** Its adapter may read a promise. */
  answersLate?: true;
  /** npm package with the real thing; without one the demo has a double. */
  package?: string;
  /** The lowest version that the adapter speaks, where that is known. */
  floor?: string;
  /** Versions of the package that the adapter was tried with: the last is the one that the tests run. */
  tried?: readonly string[];
  /** What it calls the category that a site leaves at `"analytics"`, where it has another name for it. */
  analytics?: string;
  /** How the demo shows it, in `demo/head.html`. */
  demo?: {
    /** `consent` of a site that uses it. */
    consent: Partial<ConsentSettings>;
    /** Cookies and storage keys that it writes itself; `*` at the end stands for any run of characters. */
    names: readonly string[];
    /** Files of `demo/` that the demo bundles into scripts: a reference implementation is made of modules. */
    modules?: readonly string[];
  };
}
