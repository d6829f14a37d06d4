import type { LoggedConsent, StoredEvent } from "../../src/endpoint/store/Store.ts";
import type { Explanation } from "../../src/explain/explain.ts";
import type { Assignment, Mgt, MgtDetails } from "../../src/page/api/types.ts";
import type { Session } from "../../src/page/ground/Session.ts";
import type { ConsentRecord } from "../../src/vocabulary/events.ts";
import type { MODES, ModeName } from "../../src/vocabulary/modes.ts";
import type { Site } from "../../src/vocabulary/site.ts";

export type { Session };

/** A window of the site in the frame. */
export type SiteWindow = Window &
  typeof globalThis & { mgt?: (command: keyof Mgt, ...rest: unknown[]) => unknown };

/** One request of the site's pages, as it left. */
export interface SentRequest {
  id: number;
  method: string;
  url: string;
  /** `fetch`, `sendBeacon`, …, or what the browser says of a file that a tag loads. */
  how: string;
  body: string;
  at: number;
  /** HTTP status, or what became of it: `"unseen"` where no answer can be seen. */
  answer: number | "pending" | "queued" | "failed" | "aborted" | "unseen";
  file: boolean;
  /** Bytes, of a file. */
  size?: number;
}

/** One page view, and what the script told of it. */
export interface View extends Partial<Pick<MgtDetails, "ready" | "swap" | "consent">> {
  /** From 1. */
  count: number;
  url: string;
  referrer: string;
  at: number;
  window: Window;
  requests: SentRequest[];
}

/** What a place of the page holds. */
export interface PlaceText {
  text: string;
  href: string;
  title: string;
  label: string;
}

/** A place of the page that holds a number: as served, and as it is now. */
export interface Place {
  place: string;
  before: PlaceText;
  after: PlaceText;
  changed: boolean;
  excluded: boolean;
}

/** One of the demo's sites, as `/demo/api/modes` gives it: one for each mode. */
export interface DemoSite
  extends Pick<
    Site,
    "key" | "name" | "mode" | "entry" | "numbers" | "conditions" | "consent" | "callClicks"
  > {
  /** It waits for a consent, or has an option that does. */
  asks: boolean;
  manager: string;
}

/** A consent manager that can be chosen, as `/demo/api/modes` gives it. */
export interface Manager {
  name: string;
  label: string;
  isReal: boolean;
  /** A reference implementation, bundled for the demo. */
  isReference?: boolean;
  package: string;
  version: string;
  isAvailable: boolean;
  names: readonly string[];
}

/** A cookie or an item of the storage. */
export interface Entry {
  name: string;
  value: string;
  where: "cookie" | "localStorage";
}

/** How the visitor may arrive. */
export interface Arrival {
  id: string;
  page: string;
  query: string;
  referrer: string;
}

/** What is chosen in the controls. */
export interface Chosen {
  mode: ModeName;
  arrival: string;
  manager: string;
}

/** What the endpoint keeps of the visitor, and when it was asked. */
export interface Stored {
  events: StoredEvent[];
  consents: LoggedConsent[];
  readAt: number;
}

/** Everything that the panels show. */
export interface State {
  modes: typeof MODES;
  mode: ModeName;
  manager: string;
  site: DemoSite | undefined;
  asks: boolean;
  views: View[];
  terminal: { visitor: string | undefined; session: string | undefined; manager: Entry[] };
  consent: { status: MgtDetails["consent"]["status"]; manager?: string };
  record: ConsentRecord | LoggedConsent | undefined;
  decision: Assignment | undefined;
  level: Assignment["level"] | undefined;
  /** Of the decision in force, and of this page's own arrival. */
  explanation: Explanation | undefined;
  explained: Explanation | undefined;
  explaining: boolean;
  places: Place[];
  stored: Stored | undefined;
  visitor: string;
  receipts: string[];
  allFiles: boolean;
  /** Keys of what is unfolded. */
  open: Set<string>;
  showPlace(place: string): void;
  openManager(): void;
  showAllFiles(all: boolean): void;
  readStored(): void;
  forget(): void;
}

/** A child of an element; lists are flattened, what is falsy is left out. */
export type Child = Node | string | false | null | undefined | Child[];

/** One panel of the inspector. */
export interface Panel {
  id: string;
  wide?: boolean;
  /** What it shows: it is drawn anew when this changes. */
  facts(state: State): unknown[];
  badge(state: State): string;
  tone?(state: State): string;
  render(state: State): Child;
}
