import Type, { type Static } from "typebox";
import type { EventType } from "../../vocabulary/EventKind.ts";
import { EVENT_KINDS } from "../../vocabulary/eventKinds.ts";
import {
  type ConsentRecord,
  type EventsBody,
  MAX_EVENTS_PER_BODY,
  type NumbersBody,
} from "../../vocabulary/events.ts";
import * as wire from "../../vocabulary/wireSchemas.ts";

// What a body may be and the type that handlers get of it are one. Unknown properties are nowhere forbidden: they
// are dropped and counted, not refused.

const siteKey = Type.String({ minLength: 1, maxLength: 64 });
const receipt = Type.String({ pattern: "^[0-9A-Za-z_-]{0,64}$" });
const uuid = Type.String(wire.uuid);
const uuidV4 = Type.String(wire.uuidV4);
const time = Type.Number(wire.time);
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const eventsSchema = Type.Object({
  site: siteKey,
  visitor: uuidV4,
  sent: time,
  consent: Type.Optional(receipt),
  // The rest of an event is its kind's.
  events: Type.Array(Type.Object({ type: Type.Enum(Object.keys(EVENT_KINDS) as EventType[]) }), {
    maxItems: MAX_EVENTS_PER_BODY,
  }),
});

export const consentSchema = Type.Object({
  id: uuid,
  site: siteKey,
  visitor: Type.Optional(Type.String({ pattern: `^(${wire.uuidV4.pattern.slice(1, -1)})?$` })),
  receipt: Type.String({ ...receipt, minLength: 1 }),
  at: time,
  status: Type.Enum(["granted", "withdrawn"]),
  manager: text(64),
  manager_version: text(64),
  key: text(256),
  // A TC string with many publisher restrictions takes several thousand characters.
  signal: text(16_384),
  notice: text(256),
  script: text(64),
});

export const numbersSchema = Type.Object({
  site: siteKey,
  condition: text(wire.condition.maxLength),
  source: text(wire.source.maxLength),
  method: Type.Optional(Type.Enum(["entry", "carry", ""])),
});

export const visitorSchema = Type.Object({ site: siteKey, visitor: uuidV4 });

export type PostedConsent = Static<typeof consentSchema>;
export type PostedNumbers = Static<typeof numbersSchema>;
export type PostedVisitor = Static<typeof visitorSchema>;

/** Does not compile where the script would send what its endpoint refuses. */
export type Accepted = [
  Sent<EventsBody, Static<typeof eventsSchema>>,
  Sent<{ [Key in keyof ConsentRecord]: Exclude<ConsentRecord[Key], undefined> }, PostedConsent>,
  Sent<NumbersBody, PostedNumbers>,
];
type Sent<Body extends Schema, Schema> = [Body, Schema];
