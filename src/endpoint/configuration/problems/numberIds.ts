import { nearest } from "../nearest.ts";
import { meant } from "../proposals/propose.ts";
import type { Context, Say } from "./Context.ts";
import { records, text } from "./readLoosely.ts";

/** Ids of the site's numbers, which other places of the file name. */
export const numberIds = ({ site }: Context): (string | undefined)[] =>
  records(site.numbers, "").map(({ value }) => text(value.id));

/** Says an id that none of the site's numbers has. */
export function knownNumber(
  path: string,
  id: string,
  ids: readonly (string | undefined)[],
  error: Say,
): void {
  if (ids.includes(id)) return;
  const known = ids.filter((each) => each !== undefined);
  const only = known.length === 1 ? known[0] : undefined;
  error(
    path,
    "unknown_number",
    `no number of this site has the id "${id}"${meant(nearest(id, known) ?? only)}`,
    id,
    `one of ${known.join(", ") || "the site's numbers"}`,
  );
}
