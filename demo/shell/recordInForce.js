import { parseJson } from "./terminal.js";

/**
 * @import { ConsentRecord } from "../../src/vocabulary/events.ts"
 * @import { Stored, View } from "./types.ts"
 */

const ROUTE = "/v1/consents";

/**
 * The last proof that the page sent; where it sent none, as on a later page of the same visitor, the one
 * that the endpoint keeps for the receipt in force.
 * @param {View[]} views
 * @param {Stored | undefined} stored
 * @param {string | undefined} receipt
 * @returns {ConsentRecord | undefined} as it was sent
 */
export function recordInForce(views, stored, receipt) {
  const sent = views
    .flatMap(({ requests }) => requests)
    .findLast(({ url, body }) => body && new URL(url).pathname.endsWith(ROUTE));
  return sent
    ? parseJson(sent.body)
    : stored?.consents.findLast((record) => receipt && record.receipt === receipt);
}
