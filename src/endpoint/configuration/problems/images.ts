import { memberPath } from "../jsonPath.ts";
import { meant } from "../proposals/propose.ts";
import { proposePhone } from "../proposals/proposePhone.ts";
import type { Context } from "./Context.ts";
import { knownNumber, numberIds } from "./numberIds.ts";
import { trackedNumbers } from "./owners.ts";
import { record, records, text } from "./readLoosely.ts";

export function images(context: Context): void {
  const { path, site, error, warn } = context;
  const all = trackedNumbers(context);
  const ids = numberIds(context);
  for (const image of records(site.images, `${path}.images`)) {
    const id = text(image.value.number);
    if (id !== undefined) knownNumber(`${image.path}.number`, id, ids, error);
    const shown = new Set(all.filter((each) => each.id === id).map(({ tracked }) => tracked));
    for (const number of Object.keys(record(image.value.srcFor)))
      if (!shown.has(number))
        warn(
          memberPath(`${image.path}.srcFor`, number),
          "no_effect",
          `"${number}" is never shown for number "${id}"${meant(proposedOf(number, shown, text(site.region)))}`,
          number,
          "a tracked number of it, in E.164",
        );
  }
}

function proposedOf(
  written: string,
  shown: ReadonlySet<unknown>,
  region: string | undefined,
): string | undefined {
  const proposal = proposePhone(written, region);
  return proposal !== written && shown.has(proposal) ? proposal : undefined;
}
