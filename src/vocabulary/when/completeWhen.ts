import type { Completion } from "./LeafModule.ts";
import { leafModule } from "./moduleOf.ts";
import type { When } from "./When.ts";

/** A checked rule with its values as browsers write them, and its defaults. */
export function completeWhen(when: When, completion: Completion): When {
  const deeper = (child: When) => completeWhen(child, completion);
  if ("all" in when) return { all: when.all.map(deeper) };
  if ("any" in when) return { any: when.any.map(deeper) };
  if ("not" in when) return { not: deeper(when.not) };
  return leafModule(when).complete?.(when, completion) ?? when;
}
