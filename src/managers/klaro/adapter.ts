import type { Adapter } from "../Adapter.ts";
import { preticked } from "../preticked.ts";

interface Manager {
  confirmed?: unknown;
  config?: { default?: boolean; services?: { name: string }[] };
  savedConsents: Record<string, boolean | undefined>;
  getService(name: string): { required?: boolean; default?: boolean } | undefined;
  watch(watcher: { update(): void }): void;
}

interface Library {
  getManager?(config: unknown): Manager;
  addEventListener(type: "render", listener: (config: unknown) => void): void;
  version?(): string;
}

declare global {
  interface Window {
    klaro?: Library;
  }
}

/** Version 0.6 has managers of another kind. */
const isOutdated = () => /^v?0\.[0-6]\./.test(`${window.klaro?.version?.()}`);

/**
 * Klaro 0.7. Its manager comes to be when Klaro first shows itself: asking for it earlier would create it
 * before the page is parsed, and the services below would then not be started. `consents` and
 * `getConsent()` follow the switches of an open panel ("undecided" in `consent.spec.ts`, which runs the real
 * package); what the visitor has saved is in `savedConsents`.
 */
export const klaro = (): Adapter => {
  let manager: Manager | undefined;
  return {
    name: "klaro",
    tier: 0,
    // Klaro's own element has the id "klaro", which makes it a property of `window` too.
    detect: () => !isOutdated() && window.klaro?.getManager,
    isOutdated,
    watch(hear) {
      const found = window.klaro as Required<Library>;
      const watcher = { update: hear };
      // What has already been shown is told again, which includes the settings it was shown with.
      found.addEventListener("render", (config) => {
        manager = found.getManager(config);
        manager.watch(watcher);
        hear();
      });
    },
    // Before the visitor has confirmed, the values are the owner's defaults; a required service is always on.
    read: ({ key }) =>
      manager?.confirmed === true && !manager.getService(key)?.required
        ? manager.savedConsents[key]
        : undefined,
    names: () =>
      manager?.confirmed === true ? (manager.config?.services || []).map(({ name }) => name) : undefined,
    doubt: ({ key }) =>
      (manager?.getService(key)?.default ?? manager?.config?.default) && preticked(key, '"default": false'),
    describe: () => ({ version: window.klaro?.version?.() as string }),
  };
};
