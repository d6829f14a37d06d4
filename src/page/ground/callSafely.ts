export const report = (error: unknown): void => console.error("mgt:", error);

/** Runs what may throw, ours or the page's: it is reported to the console and hurts nothing. */
export function callSafely<A extends unknown[], R>(callback: (...args: A) => R, ...args: A): R | undefined {
  try {
    return callback(...args);
  } catch (error) {
    report(error);
  }
}
