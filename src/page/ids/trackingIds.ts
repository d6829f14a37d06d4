import Cookies from "js-cookie";
import type { TrackingIds } from "../../vocabulary/events.ts";
import { paramIn } from "../../vocabulary/paramIn.ts";
import { addCookieIds, MAX_ID_LENGTH, URL_IDS, VALUE_TRACKS } from "../../vocabulary/trackingIds.ts";
import { site } from "../ground/site.ts";

/** Follows data properties only: reading an id must not run the page's code. */
const readPath = (path: string) =>
  path
    .replace(/^window\./, "")
    .split(".")
    .reduce<unknown>((at, name) => Object.getOwnPropertyDescriptor(Object(at), name)?.value, window);

/** The values that are texts or numbers and not empty, as they come: never re-cased. */
function present(names: string, read: (name: string) => unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names.split(" ")) {
    const value = read(name);
    if ((typeof value === "string" || typeof value === "number") && value !== "")
      found[name] = `${value}`.slice(0, MAX_ID_LENGTH);
  }
  return found;
}

/**
 * External ids of the page of entry. Reads the URL and, for what the site asked for, cookies, local
 * storage and window: so it runs only where storing is allowed.
 */
export function trackingIds(url: URL): TrackingIds {
  const param = (name: string) => paramIn(url, name);
  const ids: TrackingIds = present(URL_IDS, param);
  const valueTracks = present(VALUE_TRACKS, (name) =>
    param((HAS.valueTrack && site.valueTrack[name]) || name),
  );
  if (Object.keys(valueTracks)[0]) ids.valueTracks = valueTracks;
  let cookies: Record<string, string> = {};
  try {
    cookies = Cookies.get() as Record<string, string>;
  } catch {
    // In a sandboxed frame: https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie
  }
  addCookieIds(ids, cookies);
  if (HAS.customIds)
    for (const { name, from, key } of site.trackingIds.add)
      try {
        Object.assign(
          ids,
          present(
            name,
            {
              param: () => param(key),
              cookie: () => cookies[key],
              window: () => readPath(key),
              localStorage: () => localStorage.getItem(key),
            }[from],
          ),
        );
      } catch {
        // Storage may be blocked; an id that cannot be read is absent.
      }
  return ids;
}
