import { CHANNELS } from "../../vocabulary/channels.ts";
import { MAX_EVENTS_PER_BODY } from "../../vocabulary/events.ts";
import type { EventType } from "../../vocabulary/modes.ts";

/** No URL of a page is longer in practice; the script sends them without their query, mostly. */
const MAX_URL = 8_192;
/** Each value of the tracking ids. */
const MAX_VALUE = 512;
const MAX_NAME = 64;
const MAX_TRACKING_IDS = 50;
/** The widest time that a JavaScript `Date` can hold (ms). */
const MAX_TIME = 8.64e15;
const MAX_PAGES = 1_000_000;

const HEX = "[0-9a-fA-F]";
const uuid = { type: "string", pattern: `^${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}$` };
const uuidV4 = { type: "string", pattern: `^${HEX}{8}-${HEX}{4}-4${HEX}{3}-[89abAB]${HEX}{3}-${HEX}{12}$` };
const text = (maxLength: number) => ({ type: "string", maxLength });
const siteKey = { type: "string", minLength: 1, maxLength: 64 };
const time = { type: "number", minimum: 0, maximum: MAX_TIME };
const pages = { type: "integer", minimum: 1, maximum: MAX_PAGES };
const pageUrl = { ...text(MAX_URL), format: "page-url" };
const phone = { type: "string", pattern: "^\\+[0-9]{3,15}$" };
const receipt = { type: "string", pattern: "^[0-9A-Za-z_-]{0,64}$" };
const names = { minLength: 1, maxLength: MAX_NAME };
const condition = text(MAX_NAME);
const source = text(256);

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
        properties: { type: { enum: ["entry", "pages", "page", "call_click"] } },
      },
    },
  },
};

const trackingIds = {
  type: "object",
  maxProperties: MAX_TRACKING_IDS,
  propertyNames: names,
  additionalProperties: {
    type: ["string", "object"],
    maxLength: MAX_VALUE,
    maxProperties: MAX_TRACKING_IDS,
    propertyNames: names,
    additionalProperties: text(MAX_VALUE),
  },
};

/** Fields of each type of event, besides `type`; a field that is not here is dropped. */
export const EVENT_SCHEMAS = {
  entry: {
    type: "object",
    required: ["id", "at", "landing", "source", "channel"],
    properties: {
      id: uuid,
      at: time,
      landing: pageUrl,
      referrer: text(MAX_URL),
      tracking_ids: trackingIds,
      condition,
      source,
      channel: { enum: [...CHANNELS, "internal"] },
    },
  },
  pages: { type: "object", required: ["id", "at", "pages"], properties: { id: uuid, at: time, pages } },
  page: {
    type: "object",
    required: ["id", "at", "url", "pages"],
    properties: { id: uuid, at: time, url: pageUrl, pages },
  },
  call_click: {
    type: "object",
    required: ["id", "at", "number"],
    properties: {
      id: uuid,
      at: time,
      number: phone,
      tracked: { type: "string", pattern: "^(\\+[0-9]{3,15})?$" },
      condition,
    },
  },
} as const satisfies Record<EventType, object>;

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
