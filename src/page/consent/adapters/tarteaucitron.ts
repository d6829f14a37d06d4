import type { Adapter } from "../Adapter.ts";

interface Tarteaucitron {
  services?: object;
  state?: Record<string, boolean | undefined>;
  version?: unknown;
}

const manager = () => (window as { tarteaucitron?: Tarteaucitron }).tarteaucitron;

/**
 * tarteaucitron 1.34. The owner declares the service (README); registering it ourselves would reopen
 * the banner for visitors who have answered. Its `fallback()` is not heard: it also runs while the
 * visitor has not decided.
 */
export const tarteaucitron: Adapter = {
  name: "tarteaucitron",
  tier: 0,
  detect: () => !!manager()?.services,
  install(emit, { key }) {
    const read = (refused?: boolean) => {
      const found = manager();
      const state = refused ? false : found?.state?.[key];
      emit({
        status:
          state === undefined ? (found?.services ? "pending" : "unknown") : state ? "granted" : "denied",
        own: true,
        key,
        signal: `${key}=${state}`,
        version: String(found?.version || ""),
      });
    };
    // Older versions fire before they set the state.
    for (const event of ["added", "allowed"])
      document.addEventListener(`${key}_${event}`, () => queueMicrotask(() => read()));
    // At once: after a withdrawal the manager reloads the page.
    document.addEventListener(`${key}_disallowed`, () => read(true));
    read();
  },
};
