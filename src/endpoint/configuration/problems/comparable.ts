import { channelsWith } from "../../../explain/channelsWith.ts";
import { isTimeZone } from "../../../vocabulary/isTimeZone.ts";
import { completeWhen } from "../../../vocabulary/when/completeWhen.ts";
import { simplify } from "../../../vocabulary/when/simplify.ts";
import type { When } from "../../../vocabulary/when/When.ts";
import { asciiHost } from "../asciiHost.ts";
import { normaliseOrigin } from "../normaliseOrigin.ts";
import { type Json, list, text } from "./readLoosely.ts";

/** Sound rules as they are compared with each other: their values as browsers write them,
 * with their defaults, and simplified. */
export interface Comparable {
  complete(when: When): When;
  /** The same with the channels that it entails. */
  entailed(when: When): When;
}

/** @param site of which the file may hold anything */
export function comparable(site: Json): Comparable {
  const zone = text(site.timeZone);
  const timeZone = zone !== undefined && isTimeZone(zone) ? zone : "Europe/Paris";
  const complete = (when: When) => simplify(completeWhen(when, { timeZone, asciiHost }));
  const texts = (value: unknown) => list(value).flatMap((each) => text(each) ?? []);
  const joined = channelsWith({
    origins: texts(site.origins).flatMap((origin) => normaliseOrigin(origin) ?? []),
    referrerIgnore: Array.isArray(site.referrerIgnore)
      ? texts(site.referrerIgnore).map(asciiHost)
      : undefined,
  });
  // Where no condition asks for a channel nothing follows from one.
  const asksForChannel = JSON.stringify(site.conditions ?? null).includes('"channel"');
  return { complete, entailed: (when) => (asksForChannel ? joined(complete(when)) : complete(when)) };
}
