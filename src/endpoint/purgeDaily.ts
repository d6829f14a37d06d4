import type { Site } from "../vocabulary/site.ts";
import type { Store } from "./store/Store.ts";

const DAY_MS = 86_400_000;

/**
 * Deletes what is older than each site's `retentionDays`, now and every day.
 * @param failed told of a purge that did not end; the next one makes it good
 * @returns stops it
 */
export function purgeDaily(
  store: Store,
  sites: () => readonly Site[],
  failed: (error: unknown) => void,
): () => void {
  let isStopped = false;
  const purge = () => {
    const now = Date.now();
    const limits = sites().map(({ key, retentionDays }) => [key, now - retentionDays * DAY_MS]);
    store.purge(Object.fromEntries(limits), now).catch((error) => {
      // One that a closing store has cut short goes on at the next start.
      if (!isStopped) failed(error);
    });
  };
  purge();
  const timer = setInterval(purge, DAY_MS).unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
