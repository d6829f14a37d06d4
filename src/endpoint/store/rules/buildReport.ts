import { countedEvent, type ReportedEvent } from "../../report/countedEvent.ts";
import { type DayRow, DEFAULT_DIMENSIONS } from "../../report/DayRow.ts";
import { DayTally } from "../../report/DayTally.ts";
import { groupRows } from "../../report/groupRows.ts";
import { localDay, outerBounds } from "../../report/localDay.ts";
import { loadReferralRefiner } from "../../report/refineReferral.ts";
import type { Report, ReportQuery } from "../Store.ts";
import type { Records } from "./History.ts";
import { IDS_LATE, resolveIds } from "./lateIds.ts";

/** Frozen days as they stand, and the others out of their events. */
export async function buildReport(records: Records, query: ReportQuery): Promise<Report> {
  const { site, from, to, by = DEFAULT_DIMENSIONS, where } = query;
  const { rows, idsLate } = await dayRows(records, query);
  const dropped = await records.dropped(site, from, to);
  if (idsLate > 0) dropped[IDS_LATE] = (dropped[IDS_LATE] ?? 0) + idsLate;
  return { site, from, to, rows: groupRows(rows, by, where), dropped };
}

interface Counted {
  rows: DayRow[];
  /** Of days that are not frozen: ids that came late and were not added. */
  idsLate: number;
}

async function dayRows(records: Records, query: ReportQuery): Promise<Counted> {
  for (;;) {
    const { frozen } = await records.bounds(query.site);
    const counted = await readRows(records, query, frozen);
    // A day that was frozen meanwhile may stand in both, or in neither.
    if ((await records.bounds(query.site)).frozen === frozen) return counted;
  }
}

async function readRows(
  records: Records,
  { site, timeZone, from, to }: ReportQuery,
  frozen: number,
): Promise<Counted> {
  const outer = outerBounds(from, to);
  const after = Math.max(outer.after, frozen);
  const tally = new DayTally();
  let idsLate = 0;
  if (after < outer.before) {
    const refine = await loadReferralRefiner();
    for await (const { start, events: all } of records.histories(site, after, outer.before)) {
      const dayOf = ({ at }: ReportedEvent) => {
        const day = at < after ? null : localDay(at, timeZone);
        return day !== null && day >= from && day <= to ? day : null;
      };
      const { events, refused } = resolveIds(all);
      for (const [event, count] of refused) if (dayOf(event) !== null) idsLate += count;
      tally.add(
        start,
        events.map((event) => ({ ...countedEvent(event, refine), day: dayOf(event) })),
      );
    }
  }
  return { rows: [...(await records.frozenRows(site, from, to)), ...tally.rows()], idsLate };
}
