import { isRegion } from "../places.ts";
import { meant } from "../proposals/propose.ts";
import { proposeRegion } from "../proposals/proposePlace.ts";
import type { Context } from "./Context.ts";
import { text } from "./readLoosely.ts";
import { timeZone } from "./timeZone.ts";

export function places(context: Context): void {
  const { path, site, error } = context;
  timeZone(`${path}.timeZone`, site.timeZone, context);
  const region = text(site.region);
  if (region !== undefined && !isRegion(region))
    error(
      `${path}.region`,
      "region",
      `"${region}" is no known country${meant(proposeRegion(region))}`,
      region,
      "country code of two capitals, such as FR",
    );
}
