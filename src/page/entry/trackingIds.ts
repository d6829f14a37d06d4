import type { TrackingIds } from "../../vocabulary/events.ts";
import { site } from "../site.ts";

const MAX_LENGTH = 512;
const URL_IDS = "gclid|gbraid|wbraid|fbclid|msclkid".split("|");
const VALUE_TRACKS =
  "campaignid|adgroupid|creative|matchtype|network|device|devicemodel|placement|target|keyword|adposition|loc_interest_ms|loc_physical_ms|feeditemid|extensionid".split(
    "|",
  );

/** Follows data properties only: reading an id must not run the page's code. */
const readPath = (path: string) =>
  path
    .replace(/^window\./, "")
    .split(".")
    .reduce<unknown>((at, name) => Object.getOwnPropertyDescriptor(Object(at), name)?.value, window);

/**
 * External ids of the page of entry. Reads the URL and, for what the site asked for, cookies, local
 * storage and window: so it runs only where storing is allowed. Values come as they are: never decoded
 * where that could change them, never re-cased.
 */
export function trackingIds({ searchParams }: URL): TrackingIds {
  const ids: TrackingIds = {};
  const tracks: Record<string, string> = {};
  const put = (into: TrackingIds, name: string, value: unknown) => {
    if (/^[sn]/.test(typeof value) && value !== "") into[name] = `${value}`.slice(0, MAX_LENGTH);
  };
  for (const name of URL_IDS) put(ids, name, searchParams.get(name));
  for (const name of VALUE_TRACKS) put(tracks, name, searchParams.get(site.valueTrack[name] || name));
  if (Object.keys(tracks)[0]) ids.valueTracks = tracks;
  const cookies = document.cookie.split("; ").map((pair) => /^(.*?)=(.*)/.exec(pair) || []);
  for (const [, name = "", value = ""] of cookies) {
    const raw = value.slice(0, MAX_LENGTH);
    if (name === "_ga") ids._ga = { raw, client_id: raw.split(".").slice(-2).join(".") };
    if (/^_pk_id/.test(name)) ids._pk_id = { raw, visitor_id: raw.split(".")[0] as string };
    // GA4: GS1 by position, GS2 by letter in any order.
    if (/^_ga_/.test(name))
      ids[name] = {
        raw,
        session_id: /(?:^GS1\.\d+\.|[.$]s)(\d+)/.exec(raw)?.[1] || "",
        session_number: /(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/.exec(raw)?.[1] || "",
      };
  }
  if (HAS.customIds)
    for (const { name, from, key } of site.trackingIds.add)
      try {
        put(
          ids,
          name,
          {
            param: () => searchParams.get(key),
            cookie: () => cookies.find((pair) => pair[1] === key)?.[2],
            window: () => readPath(key),
            localStorage: () => localStorage.getItem(key),
          }[from](),
        );
      } catch {
        // Storage may be blocked; an id that cannot be read is absent.
      }
  return ids;
}
