import type { ConsentSettings } from "../vocabulary/site.ts";
import type { Adapter } from "./Adapter.ts";

/** What of `consent` a manager's adapter looks at: our vendor or service, a category, or TCF's ids. */
export type ManagerSetting = "key" | "category" | "vendor" | "purposes";

/** The form of the name under which a manager knows us. */
export interface ManagerForm {
  setting: "key" | "category";
  /** A value of another form is none that it knows: it never answers for it. Without one, only `values` are. */
  pattern?: RegExp;
  /** What it looks like, for a person: "a Didomi vendor id looks like c:magnetis-AbC123xy". */
  words: string;
  /** Values that it has of its own. */
  values?: readonly string[];
  /** It has no name in common with others: left out, it is never found. */
  isOwn?: true;
}

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
  /** Categories that it grants without asking anybody: under one of them nobody has consented. */
  alwaysOn?: readonly string[];
  /** What the setting that names us looks like, where the vendor gives it a form. */
  form?: ManagerForm;
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
