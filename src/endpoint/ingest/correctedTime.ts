const DAY_MS = 86_400_000;

/**
 * When an event happened by the server's clock: the client's clock may be wrong, but by the same
 * amount when it sends. Never in the future, never older than a visitor may be.
 * @param at @param sent client's clock, ms @param received server's clock, ms
 */
export function correctedTime(at: number, sent: number, received: number, visitorDays: number): number {
  const time = Math.round(at + received - sent);
  return Math.min(received, Math.max(received - visitorDays * DAY_MS, time));
}
