import { MAX_ID_LENGTH, MAX_TRACKING_IDS } from "./trackingIds.ts";

/** JSON Schemas of the values that pages send. */

/** No URL of a page is longer in practice; the script sends them without their query, mostly. */
const MAX_URL_LENGTH = 8_192;
const MAX_NAME_LENGTH = 64;
/** The widest time that a JavaScript `Date` can hold (ms). */
const MAX_TIME_MS = 8.64e15;
const MAX_PAGES = 1_000_000;

const HEX = "[0-9a-fA-F]";
export const uuid = { type: "string", pattern: `^${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}$` };
export const uuidV4 = {
  type: "string",
  pattern: `^${HEX}{8}-${HEX}{4}-4${HEX}{3}-[89abAB]${HEX}{3}-${HEX}{12}$`,
};
export const text = (maxLength: number) => ({ type: "string", maxLength });
export const time = { type: "number", minimum: 0, maximum: MAX_TIME_MS };
export const pages = { type: "integer", minimum: 1, maximum: MAX_PAGES };
export const url = text(MAX_URL_LENGTH);
/** `http` or `https`. */
export const pageUrl = { ...url, format: "page-url" };
export const phone = { type: "string", pattern: "^\\+[0-9]{3,15}$" };
export const optionalPhone = { type: "string", pattern: "^(\\+[0-9]{3,15})?$" };
/** Id of a condition, `""` where none is in force. */
export const condition = text(MAX_NAME_LENGTH);
export const source = text(256);
const idNames = { minLength: 1, maxLength: MAX_NAME_LENGTH };
/** External ids: a text each, or an object of texts. */
export const trackingIds = {
  type: "object",
  maxProperties: MAX_TRACKING_IDS,
  propertyNames: idNames,
  additionalProperties: {
    type: ["string", "object"],
    maxLength: MAX_ID_LENGTH,
    maxProperties: MAX_TRACKING_IDS,
    propertyNames: idNames,
    additionalProperties: text(MAX_ID_LENGTH),
  },
};
