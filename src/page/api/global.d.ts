/**
 * `import "mgt-snippet/global"` types what the script tag puts on a page: `window.mgt(…)`, also as long as the
 * queue stands in its place, and the `mgt:…` events of `document`.
 */
import type { Mgt, MgtCallback, MgtDetails, MgtEventName } from "mgt-snippet";

type Listening = "on" | "off";

/** Every command by its name. The result is `undefined` as long as the call only waits in the queue. */
export interface MgtCommand {
  <K extends MgtEventName>(command: Listening, event: K, callback: MgtCallback<K>): void;
  <C extends Exclude<keyof Mgt, Listening>>(
    command: C,
    ...args: Parameters<Mgt[C]>
  ): ReturnType<Mgt[C]> | undefined;
  /** Calls made before the script has come, in their order. */
  q?: Iterable<unknown>[];
}

/** The events that `document` tells of. */
export type MgtEventMap = { [K in MgtEventName as `mgt:${K}`]: CustomEvent<MgtDetails[K]> };

declare global {
  interface Window {
    mgt?: MgtCommand;
  }
  interface DocumentEventMap extends MgtEventMap {}
  /** Missing where neither the script nor the queue has come yet. */
  var mgt: MgtCommand | undefined;
}
