import { useMemo, useSyncExternalStore } from "react";

/** The number to show for the owner's number, both E.164: `useTrackedNumber("+33123456789")`. */
export function useTrackedNumber(owner: string): string {
  const store = useMemo(() => {
    let shown = owner;
    return {
      get: () => shown,
      subscribe(changed: () => void) {
        const end = window.mgt?.("number", owner, (tracked: string) => {
          shown = tracked;
          changed();
        });
        // Before the script has come the command is only queued, and returns nothing.
        return () => end?.();
      },
    };
  }, [owner]);
  return useSyncExternalStore(store.subscribe, store.get, () => owner);
}
