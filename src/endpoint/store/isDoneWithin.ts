import { setTimeout as sleep } from "node:timers/promises";

/** Whether something ends well within a time (ms); it goes on all the same. */
export async function isDoneWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const late = new AbortController();
  const deadline = sleep(ms, false, { signal: late.signal }).catch(() => false);
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, deadline]);
  } finally {
    late.abort();
  }
}
