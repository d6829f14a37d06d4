import type { Adapter } from "../../managers/Adapter.ts";
import type { Mgt } from "../api/types.ts";
import { callSafely } from "../ground/callSafely.ts";
import { start } from "../main.ts";

type Call = [name: keyof Mgt, ...args: unknown[]];
type Command = ((...call: Call) => unknown) & { q?: Iterable<unknown>[]; running?: true };

/**
 * Puts `mgt(…)` on the page and starts. Calls queued before are replayed in order. Whatever goes wrong,
 * the page is left as it was: the owner's real number is what it shows.
 */
export function boot(adapters: readonly Adapter[]): void {
  const page = window as { mgt?: Command };
  if (page.mgt?.running) console.warn("mgt: a second copy does nothing");
  else {
    const queue = [page.mgt?.q || []].flat();
    let mgt: Mgt | undefined;
    const run = (call: Iterable<unknown>) =>
      callSafely(() => {
        const [name, ...args] = call as Call;
        return (mgt?.[name] as ((...args: unknown[]) => unknown) | undefined)?.(...args);
      });
    const command: Command = (...call) => (mgt ? run(call) : queue.push(call));
    command.running = true;
    page.mgt = command;
    const started = callSafely(start, adapters);
    mgt = started?.mgt;
    // Before anything is shown or told: a queued `on` hears all of it.
    for (const call of queue) run(call);
    callSafely(() => started?.begin());
  }
}
