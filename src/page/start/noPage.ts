import type { Mgt } from "../api/types.ts";
import { callSafely } from "../ground/callSafely.ts";

let isTold = false;

const nothing = (): void => {};

/** What `start` returns where there is no page, such as on a server: the owner's numbers are the ones to show. */
export function noPage(): Mgt {
  if (!isTold)
    console.warn(
      "mgt: start() does nothing where there is no page, such as on a server; call it in the browser",
    );
  isTold = true;
  return {
    consent: nothing,
    object: nothing,
    page: nothing,
    forget: nothing,
    debug: nothing,
    on: nothing,
    off: nothing,
    swap: () => 0,
    number(number, callback) {
      callSafely(callback, number);
      return nothing;
    },
    // Later, as on a page.
    export: async (callback) => callSafely(callback, await null),
  };
}
