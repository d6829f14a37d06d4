import { countedEvent } from "../../report/countedEvent.ts";
import { type DayRow, DEFAULT_DIMENSIONS } from "../../report/DayRow.ts";
import { DayTally } from "../../report/DayTally.ts";
import { groupRows } from "../../report/groupRows.ts";
import { localDay, outerBounds } from "../../report/localDay.ts";
import { loadReferralRefiner } from "../../report/refineReferral.ts";
import type { Report, ReportQuery } from "../Store.ts";
import type { Records } from "./History.ts";

/** Frozen days as they stand, and the others out of their events. */
export async function buildReport(records: Records, query: ReportQuery): Promise<Report> {
  const { site, from, to, by = DEFAULT_DIMENSIONS, where } = query;
  const rows = groupRows(await dayRows(records, query), by, where);
  return { site, from, to, rows, dropped: await records.dropped(site, from, to) };
}

async function dayRows(records: Records, query: ReportQuery): Promise<DayRow[]> {
  for (;;) {
    const { frozen } = await records.bounds(query.site);
    const rows = await readRows(records, query, frozen);
    // A day that was frozen meanwhile may stand in both, or in neither.
    if ((await records.bounds(query.site)).frozen === frozen) return rows;
  }
}

async function readRows(
  records: Records,
  { site, timeZone, from, to }: ReportQuery,
  frozen: number,
): Promise<DayRow[]> {
  const outer = outerBounds(from, to);
  const after = Math.max(outer.after, frozen);
  const tally = new DayTally();
  if (after < outer.before) {
    const refine = await loadReferralRefiner();
    for await (const { start, events } of records.histories(site, after, outer.before)) {
      const dated = events.map((event) => {
        const day = event.at < after ? null : localDay(event.at, timeZone);
        const isAsked = day !== null && day >= from && day <= to;
        return { ...countedEvent(event, refine), day: isAsked ? day : null };
      });
      tally.add(start, dated);
    }
  }
  return [...(await records.frozenRows(site, from, to)), ...tally.rows()];
}
