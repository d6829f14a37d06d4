import { isTimeZone } from "../../../vocabulary/isTimeZone.ts";
import { meant } from "../proposals/propose.ts";
import { proposeTimeZone } from "../proposals/proposePlace.ts";
import type { Context } from "./Context.ts";
import { text } from "./readLoosely.ts";

export function timeZone(path: string, value: unknown, { error }: Context): void {
  const zone = text(value);
  if (zone !== undefined && !isTimeZone(zone))
    error(
      path,
      "time_zone",
      `"${zone}" is no known time zone${meant(proposeTimeZone(zone))}`,
      zone,
      "IANA time zone, such as Europe/Paris",
    );
}
