import type { Context } from "./Context.ts";
import { knownNumber, numberIds } from "./numberIds.ts";
import { records, text } from "./readLoosely.ts";

export function images(context: Context): void {
  const { path, site, error } = context;
  const ids = numberIds(context);
  for (const image of records(site.images, `${path}.images`)) {
    const id = text(image.value.number);
    if (id !== undefined) knownNumber(`${image.path}.number`, id, ids, error);
  }
}
