import type { NumbersAnswer } from "../../../vocabulary/events.ts";
import { swapsOf } from "../../../vocabulary/swapsOf.ts";
import type { PostedNumbers } from "../../ingest/schemas.ts";
import { admittedTo } from "../admitPage.ts";
import { siteCors } from "../cors.ts";
import type { Exchange } from "../Exchange.ts";
import { HttpError } from "../HttpError.ts";
import { sendJson } from "../reply.ts";

/** What the device knows stays true for a visit; a guess may change sooner (seconds). */
const TTL = { observed: 1_800, guessed: 300 };

/** Refuses where the site's configuration has no level 1. */
export function isModelled(exchange: Exchange): void {
  if (admittedTo(exchange).served.site.probabilistic === "off")
    throw new HttpError(403, "probabilistic_off", "the site's configuration does not allow it");
}

/**
 * `POST /v1/numbers`: level 1 from the current request and the site's priors. What the device
 * found itself is echoed; where it found nothing the likeliest condition is shown, if one is
 * likely enough. Nothing is stored, and nothing of the visitor is looked at.
 */
export async function postNumbers(exchange: Exchange): Promise<unknown> {
  const { context, request } = exchange;
  const { body, served, origin, began } = admittedTo<PostedNumbers>(exchange);
  const { site, priors } = served;
  await context.limits.spend(request.raw, "numbers", "cpu", (performance.now() - began) * 1_000);
  const { condition = "", source = "", method = "" } = body;
  const found = site.conditions.find(({ id }) => id === condition);
  if (condition !== "" && !found) {
    throw new HttpError(400, "unknown_condition", "condition is none of the site's", { path: "condition" });
  }
  const now = Date.now();
  let answer: NumbersAnswer;
  if (method === "") {
    const { condition: likeliest, confidence } = priors.likeliest(
      site.conditions.map(({ id }) => id),
      now,
    );
    const guessed = site.conditions.find(({ id }) => id === likeliest);
    answer = {
      to_swap: swapsOf(site, guessed),
      condition: likeliest,
      source: guessed?.source ?? "",
      confidence,
      method: "prior",
      ttl: TTL.guessed,
    };
  } else {
    // A carried code repeats an arrival that was already counted, in another visit's place.
    if (method === "entry") priors.observe(condition, now);
    answer = {
      to_swap: swapsOf(site, found),
      condition,
      source: found?.source ?? source,
      confidence: 1,
      method,
      ttl: TTL.observed,
    };
  }
  context.metrics.add("mgt_numbers_total", { site: site.key, method: answer.method });
  return sendJson(exchange, 200, answer, siteCors(origin, served));
}
