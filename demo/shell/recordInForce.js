import { parseSession } from "./terminal.js";

const ROUTE = "/v1/consents";

/**
 * The last proof that the page sent; where it sent none, as on a later page of the same visitor, the one
 * that the endpoint keeps for the receipt in force.
 * @returns the record as it was sent, or `undefined`
 */
export function recordInForce(views, stored, receipt) {
  const sent = views
    .flatMap(({ requests }) => requests)
    .findLast(({ url, body }) => body && new URL(url).pathname.endsWith(ROUTE));
  return sent
    ? parseSession(sent.body)
    : stored?.consents.findLast((record) => receipt && record.receipt === receipt);
}
