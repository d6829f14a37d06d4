import { knownVisitor, remembered } from "../../terminal/remember.ts";
import type { Report } from "../Report.ts";

/** What of ours the terminal holds: that it is there, not the ids. */
export function storedFacts(): Report["stored"] {
  const session = quietly();
  return {
    visitor: !!knownVisitor(),
    session: !!session,
    pending: (session?.pending || []).map((item) => ("type" in item ? item.type : item.status)),
    trackingIds: Object.keys(session?.tracking_ids || {}),
  };
}

/** Nothing where storage is blocked. */
function quietly() {
  try {
    return remembered();
  } catch {
    return undefined;
  }
}
