import { memberPath } from "../jsonPath.ts";
import type { Context } from "./Context.ts";
import { record, records, text } from "./readLoosely.ts";

/** A tracked number that is itself an owner's number, or that two sources share, blurs who called. */
export function owners(context: Context): void {
  const { site, warn } = context;
  const owned = new Map(records(site.numbers, "").map(({ value }) => [text(value.number), text(value.id)]));
  const tracks = new Set(
    records(site.numbers, "")
      .filter(({ value }) => value.tracked !== undefined && value.tracked !== value.number)
      .map(({ value }) => text(value.id)),
  );
  const seen = new Map<string, string>();
  for (const { path, id, tracked } of trackedNumbers(context)) {
    if (tracked === undefined) continue;
    const owner = owned.get(tracked);
    if (owner !== undefined && owner === id && (path.endsWith(".tracked") || !tracks.has(id)))
      warn(
        path,
        "no_effect",
        "this is the owner's own number: nothing is replaced",
        tracked,
        "a tracked number",
      );
    const first = seen.get(tracked);
    if (owner !== undefined && owner !== id)
      warn(
        path,
        "owner_number",
        `"${tracked}" is the owner's number "${owner}"`,
        tracked,
        "a tracked number",
      );
    else if (owner === undefined && first)
      warn(
        path,
        "shared_number",
        `"${tracked}" is shown at ${first} too: their calls cannot be told apart`,
        tracked,
        "a number of its own",
      );
    else seen.set(tracked, path);
  }
}

/** Wherever a number is shown in the place of another: by itself, or by a condition. */
export function trackedNumbers({ path, site }: Pick<Context, "path" | "site">) {
  return [
    ...records(site.numbers, `${path}.numbers`).map((entry) => ({
      path: `${entry.path}.tracked`,
      id: text(entry.value.id),
      tracked: text(entry.value.tracked),
    })),
    ...records(site.conditions, `${path}.conditions`).flatMap((condition) =>
      Object.entries(record(condition.value.numbers)).map(([id, value]) => ({
        path: memberPath(`${condition.path}.numbers`, id),
        id,
        tracked: text(value),
      })),
    ),
  ];
}
