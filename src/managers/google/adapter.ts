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
  /** Types of which anything has been told, and whether a visitor's choice was. */
  const known = new Set<string>();
  let isDecided = false;
  return {
    name: "google",
    tier: 3,
    detect: () => window.dataLayer?.push,
    watch(hear, { category }) {
      const found = window.dataLayer as Entry[];
      const take = (entry: Entry) => {
        if (entry?.[0] !== "consent") return false;
        for (const type in entry[2]) if (type.endsWith("_storage") || type.startsWith("ad_")) known.add(type);
        if (entry[1] !== "update") return false;
        isDecided = true;
        const choices = entry[2];
        const choice = choices?.[typeOf(category)];
        // Limited to a region, a "yes" may not be meant for this visitor: where he is, is not known here.
        if (choice) said = choice === "granted" && choices?.region ? "" : choice;
        return true;
      };
      found.forEach(take);
      const { push } = found;
      found.push = (...entries) => {
        const length = push.apply(found, entries);
        if (callSafely(() => entries.filter(take)[0])) hear();
        return length;
      };
    },
    names: () => (isDecided ? [...known] : undefined),
    read: () => (said === "granted" ? true : said === "denied" ? false : undefined),
    describe: ({ category }) => ({ key: typeOf(category), signal: `${typeOf(category)}=${said}` }),
  };
};
