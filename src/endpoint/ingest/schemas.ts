import { EVENT_KINDS } from "../../vocabulary/eventKinds.ts";
import { MAX_EVENTS_PER_BODY } from "../../vocabulary/events.ts";
import { condition, source, text, time, uuid, uuidV4 } from "../../vocabulary/wireSchemas.ts";

const siteKey = { type: "string", minLength: 1, maxLength: 64 };
const receipt = { type: "string", pattern: "^[0-9A-Za-z_-]{0,64}$" };

// Unknown properties are nowhere forbidden: they are dropped and counted, not refused.
export const eventsSchema = {
  type: "object",
  required: ["site", "visitor", "sent", "events"],
  properties: {
    site: siteKey,
    visitor: uuidV4,
    sent: time,
    consent: receipt,
    events: {
      type: "array",
      maxItems: MAX_EVENTS_PER_BODY,
      items: {
        type: "object",
        required: ["type"],
        properties: { type: { enum: Object.keys(EVENT_KINDS) } },
      },
    },
  },
};

export const consentSchema = {
  type: "object",
  required: ["id", "site", "receipt", "at", "status"],
  properties: {
    id: uuid,
    site: siteKey,
    visitor: { type: "string", pattern: `^(${uuidV4.pattern.slice(1, -1)})?$` },
    receipt: { ...receipt, minLength: 1 },
    at: time,
    status: { enum: ["granted", "withdrawn"] },
    manager: text(64),
    manager_version: text(64),
    key: text(256),
    // A TC string with many publisher restrictions takes several thousand characters.
    signal: text(16_384),
    notice: text(256),
    script: text(64),
  },
};

export const numbersSchema = {
  type: "object",
  required: ["site"],
  properties: {
    site: siteKey,
    condition,
    source,
    method: { enum: ["entry", "carry", ""] },
  },
};

export const visitorSchema = {
  type: "object",
  required: ["site", "visitor"],
  properties: { site: siteKey, visitor: uuidV4 },
};
