import type { Site } from "../../vocabulary/site.ts";
import type { Store } from "../store/Store.ts";

/** What the demo may see of the endpoint that it runs in. */
export interface DemoContext {
  /** The sites in force, after reloads. */
  sites(): Site[];
  store: Store;
}
