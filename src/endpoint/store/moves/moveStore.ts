import { RECORD_KINDS, type RecordKind, type Source, type Target } from "./Records.ts";

/** How many were moved. */
export interface Moved {
  events: number;
  visitors: number;
  consents: number;
  /** Rows of frozen days. */
  days: number;
  accesses: number;
}

/** There is something in the target that is not of an unfinished move. */
export class TargetInUse extends Error {
  override name = "TargetInUse";
}

/**
 * Moves everything. What was interrupted is told by the target, and made good by moving again.
 * @throws {TargetInUse}
 */
export async function moveStore(source: Source, target: Target): Promise<Moved> {
  if ((await target.state()) === "in use")
    throw new TargetInUse("the store that everything is to be moved to is not empty");
  await target.begin();
  const counts = new Map<RecordKind, number>();
  for (const kind of RECORD_KINDS) counts.set(kind, await moveKind(source, target, kind));
  const visitors = await source.visitorCount();
  await target.finish();
  const count = (kind: RecordKind) => counts.get(kind) ?? 0;
  return {
    events: count("events"),
    visitors,
    consents: count("consents"),
    days: count("days"),
    accesses: count("accesses"),
  };
}

async function moveKind(source: Source, target: Target, kind: RecordKind): Promise<number> {
  let moved = 0;
  for await (const records of source.read(kind)) {
    if (records.length > 0) await target.write(kind, records);
    moved += records.length;
  }
  return moved;
}
