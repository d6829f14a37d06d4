import type { StoredEvent } from "../store/Store.ts";
import type { Attribution, CountedEvent } from "./progress.ts";
import { NO_PROGRESS } from "./progress.ts";
import type { Refine } from "./refineReferral.ts";

/** What a report reads of a stored event. */
export type ReportedEvent = Omit<StoredEvent, "consent" | "url" | "number" | "tracked">;

/** @param refine the list of hosts, for a referral that no condition has named */
export function countedEvent(event: ReportedEvent, refine: Refine): CountedEvent {
  const { type, pages } = event;
  return type === "entry" ? { type, attribution: attributionOf(event, refine) } : { type, pages };
}

function attributionOf(event: ReportedEvent, refine: Refine): Attribution {
  const { condition = "", source = "", channel = NO_PROGRESS.channel, landing = "", referrer = "" } = event;
  const url = URL.canParse(landing) ? new URL(landing) : undefined;
  return {
    condition,
    source,
    channel,
    campaign: campaignOf(url, event.tracking_ids),
    landing: url?.pathname ?? "",
    ...refine({ condition, channel }, referrer),
  };
}

function campaignOf(landing: URL | undefined, ids: StoredEvent["tracking_ids"] = {}): string {
  const { campaignid } = (ids.valueTracks ?? {}) as { campaignid?: unknown };
  return (
    landing?.searchParams.get("utm_campaign") ||
    (typeof campaignid === "string" && campaignid) ||
    landing?.searchParams.get("campaignid") ||
    ""
  );
}
