import { callSafely } from "../../page/ground/callSafely.ts";
import type { Adapter } from "../Adapter.ts";

/** `gtag()` pushes its `arguments`, which are no array. */
type Entry = { [index: number]: unknown; 2?: Record<string, unknown> } | null | undefined;

declare global {
  interface Window {
    dataLayer?: Entry[];
  }
}

const typeOf = (category: string) => (category === "analytics" ? "analytics_storage" : category);

/**
 * Google Consent Mode v2, as told to `dataLayer`. A `default` is the owner's setting for a region, whatever
 * it grants, and never a visitor's choice. Tag Manager's templates set consents past `dataLayer`: those are not seen.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export const google = (): Adapter => {
  /** What the last `update` says: `"granted"` or `"denied"`. */
  let said: unknown;
  return {
    name: "google",
    tier: 3,
    detect: () => window.dataLayer?.push,
    watch(hear, { category }) {
      const found = window.dataLayer as Entry[];
      const take = (entry: Entry) => {
        const choices = entry?.[0] === "consent" && entry[1] === "update" ? entry[2] : undefined;
        const choice = choices?.[typeOf(category)];
        // Limited to a region, a "yes" may not be meant for this visitor: where he is, is not known here.
        if (choice) said = choice === "granted" && choices?.region ? "" : choice;
        return choice;
      };
      found.forEach(take);
      const { push } = found;
      found.push = (...entries) => {
        const length = push.apply(found, entries);
        if (callSafely(() => entries.filter(take)[0])) hear();
        return length;
      };
    },
    read: () => (said === "granted" ? true : said === "denied" ? false : undefined),
    describe: ({ category }) => ({ key: typeOf(category), signal: `${typeOf(category)}=${said}` }),
  };
};
