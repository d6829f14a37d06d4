import type { Life, Observation, Snapshot } from "../../../support/fence/Life.ts";

export const ORIGIN = "http://shop.example";
export const ENDPOINT = "http://calls.example";

/** An observation whose time does not matter. */
export type Seen = Observation extends infer Each
  ? Each extends Observation
    ? Omit<Each, "at">
    : never
  : never;

/** A life in which this was seen, one millisecond after the other. */
export function lifeOf(seen: readonly Seen[], { gpc = false, own = false } = {}): Life {
  return {
    plan: { mode: "parcours", gpc, first: "manager, script", steps: [] },
    page: { origin: ORIGIN, script: `${ENDPOINT}/garage.js` },
    manager: { ownNames: "^klaro", own },
    seen: seen.map((each, at): Observation => ({ ...each, at })),
  };
}

const HELD: Snapshot = { isRunning: true, told: null, names: [] };

export const begins = (): Seen => ({ kind: "begins" });
export const says = (status: string): Seen => ({ kind: "says", status });
export const objects = (): Seen => ({ kind: "objects" });
export const breaks = (): Seen => ({ kind: "breaks" });
export const promised = (held: Partial<Snapshot> = {}): Seen => ({ kind: "promised", ...HELD, ...held });
export const turned = (held: Partial<Snapshot> = {}): Seen => ({ kind: "turned", ...HELD, ...held });
export const rests = (held: Partial<Snapshot> & { isAsking?: boolean; windowName?: string } = {}): Seen => ({
  kind: "rests",
  ...HELD,
  isAsking: false,
  windowName: "",
  ...held,
});

export const writes = (name: string, told: boolean | null, value?: string): Seen => ({
  kind: "writes",
  where: "localStorage",
  name,
  value,
  told,
});

/** The session as it is stored under a consent. */
export const stores = (receipt: string, told: boolean | null = true): Seen =>
  writes("mgt_session", told, JSON.stringify({ consent: receipt }));

export const asks = (url: string, told: boolean | null, body?: string): Seen => ({
  kind: "asks",
  how: "fetch",
  url,
  body,
  told,
});

export const withdraws = (receipt: string, more: object = {}): Seen =>
  asks(`${ENDPOINT}/v1/consents`, false, JSON.stringify({ id: "1", status: "withdrawn", receipt, ...more }));

/** Both names that we may write. */
export const BOTH = ["mgt_visitor", "mgt_session"];
