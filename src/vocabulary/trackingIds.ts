/** Cookies such as `_ga` carry a raw value and what can be read from it. */
export interface ParsedId {
  raw: string;
  client_id?: string;
  visitor_id?: string;
  session_id?: string;
  session_number?: string;
}

/** External ids found on the page of entry, each value at most 512 characters, never re-cased. */
export type TrackingIds = Record<string, string | ParsedId | Record<string, string>>;

/** Query parameters that are collected without being asked for, each an id by its own name. */
export const URL_IDS = "gclid gbraid wbraid fbclid msclkid";

/** Query parameters that Google Ads fills in, together the id `valueTracks`. */
export const VALUE_TRACKS =
  "campaignid adgroupid creative matchtype network device devicemodel placement target keyword adposition loc_interest_ms loc_physical_ms feeditemid extensionid";

/** Of a value: enough for any id, too little to be abused. */
export const MAX_ID_LENGTH = 512;

/** Of one entry, late ones included. */
export const MAX_TRACKING_IDS = 50;

/** Adds the cookies that are ids, with what can be read from them. */
export function addCookieIds(ids: TrackingIds, cookies: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(cookies)) {
    const raw = (cookies[name] as string).slice(0, MAX_ID_LENGTH);
    const part = (pattern: RegExp) => pattern.exec(raw)?.[1] || "";
    if (name === "_ga") ids[name] = { raw, client_id: part(/(\d{1,20}\.\d+)$/) };
    if (/^_pk_id/.test(name)) ids._pk_id = { raw, visitor_id: part(/^([^.]+)/) };
    // GA4, one for each stream: GS1 by position, GS2 by letter in any order.
    if (/^_ga_/.test(name))
      ids[name] = {
        raw,
        session_id: part(/(?:^GS1\.\d+\.|[.$]s)(\d+)/),
        session_number: part(/(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/),
      };
  }
}

/** Whether a name is one of these ids. */
export function isDefaultId(id: string): boolean {
  const ids: TrackingIds = {};
  addCookieIds(ids, { [id]: "" });
  return id === "valueTracks" || URL_IDS.split(" ").includes(id) || Object.hasOwn(ids, id);
}

/** Those of an entry's ids that the script of a site collects: the default ones and the site's own. */
export const keptTrackingIds = <T>(
  ids: Readonly<Record<string, T>>,
  own: readonly { readonly name: string }[],
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(ids).filter(([id]) => own.some(({ name }) => name === id) || isDefaultId(id)),
  );
