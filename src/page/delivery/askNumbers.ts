import type { NumbersAnswer, NumbersBody } from "../../vocabulary/events.ts";
import { trackedNumbers } from "../../vocabulary/swapsOf.ts";
import { site } from "../ground/site.ts";

/** After this the page keeps what the device itself decided. */
const NUMBERS_ANSWER_MS = 400;

/**
 * Level 1: asks the endpoint for the numbers to show. The body is the same for every visitor of a page.
 *
 * @returns only numbers of the site's own configuration; nothing on any failure
 */
export async function askNumbers(found: Omit<NumbersBody, "site">): Promise<NumbersAnswer | undefined> {
  const { endpoint, key, conditions } = site;
  try {
    const answer: NumbersAnswer = await (
      await fetch(`${endpoint}/v1/numbers`, {
        method: "POST",
        body: JSON.stringify({ site: key, ...found }),
        credentials: "omit",
        signal: AbortSignal.timeout(NUMBERS_ANSWER_MS),
      })
    ).json();
    const own = trackedNumbers(site, conditions);
    return answer.to_swap.every(({ number, tracked }) =>
      own.some((swap) => swap.number === number && swap.tracked === tracked),
    )
      ? answer
      : undefined;
  } catch {
    return undefined;
  }
}
