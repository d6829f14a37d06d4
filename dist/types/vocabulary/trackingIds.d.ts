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
export declare const URL_IDS = "gclid gbraid wbraid fbclid msclkid";
/** Query parameters that Google Ads fills in, together the id `valueTracks`. */
export declare const VALUE_TRACKS = "campaignid adgroupid creative matchtype network device devicemodel placement target keyword adposition loc_interest_ms loc_physical_ms feeditemid extensionid";
/** Of a value: enough for any id, too little to be abused. */
export declare const MAX_ID_LENGTH = 512;
/** Adds the cookies that are ids, with what can be read from them. */
export declare function addCookieIds(ids: TrackingIds, cookies: Readonly<Record<string, string>>): void;
/** Whether a name is one of these ids. */
export declare function isDefaultId(id: string): boolean;
/** Those of an entry's ids that the script of a site collects: the default ones and the site's own. */
export declare const keptTrackingIds: <T>(ids: Readonly<Record<string, T>>, own: readonly {
    readonly name: string;
}[]) => Record<string, T>;
