import type { Adapter } from "../Adapter.ts";
import { preticked } from "../preticked.ts";

interface Tarteaucitron {
  parameters?: { serviceDefaultState?: unknown };
  services?: Record<string, { needConsent?: boolean } | undefined>;
  state?: Record<string, boolean | undefined>;
  version?: string;
}

declare global {
  interface Window {
    tarteaucitron?: Tarteaucitron;
  }
}

/** Set so, it says yes for the visitor. */
function isPreticked(key: string): boolean {
  const { parameters, services } = window.tarteaucitron || {};
  return parameters?.serviceDefaultState === true || services?.[key]?.needConsent === false;
}

/**
 * tarteaucitron. The owner declares the service (README);
 * registering it ourselves would reopen the banner for visitors who have answered. Its `fallback()` is not heard: it
 * also runs while the visitor has not decided ("undecided" in `consent.spec.ts`). After a withdrawal the manager
 * reloads the page ("withdrawn in the panel, which then reloads the page" in `tarteaucitron.spec.ts`).
 */
export const tarteaucitron = (): Adapter => ({
  name: "tarteaucitron",
  tier: 0,
  detect: () => window.tarteaucitron?.services,
  // Up to 1.8 the last two are missing: there a yes is heard by `loaded`, a withdrawal by the click.
  events: ({ key }) => [
    ...["added", "loaded", "allowed", "disallowed"].map((event) => `${key}_${event}`),
    "click",
  ],
  read: ({ key }) => (isPreticked(key) ? undefined : window.tarteaucitron?.state?.[key]),
  doubt: ({ key }) =>
    isPreticked(key) && preticked(key, '"serviceDefaultState": "wait" and "needConsent": true'),
  names() {
    const { state = {} } = window.tarteaucitron || {};
    return Object.values(state).some((choice) => typeof choice === "boolean")
      ? Object.keys(state)
      : undefined;
  },
  describe: () => ({ version: window.tarteaucitron?.version as string }),
});
