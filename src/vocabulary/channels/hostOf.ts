import { parseUrl } from "../parseUrl.ts";

/** Host of a referrer, `""` when there is none or it cannot be read. `bing.com.` is `bing.com`. */
export const hostOf = (referrer: string): string => parseUrl(referrer)?.hostname.replace(/\.$/, "") || "";
