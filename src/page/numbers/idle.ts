/** Without `requestIdleCallback`, as in Safari; React's first task comes later there than a timer of 0 (`hydration.spec.ts`). */
const IDLE_FALLBACK_MS = 100;

/** When the browser has nothing to do, where it can tell. */
export const idle: (next: () => void) => unknown =
  globalThis.requestIdleCallback || ((next) => setTimeout(next, IDLE_FALLBACK_MS));
