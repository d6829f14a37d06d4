import { certainty, isCovered } from "../../../vocabulary/when/certainty.ts";
import { implies } from "../../../vocabulary/when/implies.ts";
import { isSound } from "../../../vocabulary/when/isSound.ts";
import type { When } from "../../../vocabulary/when/When.ts";
import type { Context } from "./Context.ts";
import type { Comparable } from "./comparable.ts";
import type { Json } from "./readLoosely.ts";

interface Condition {
  path: string;
  value: Json;
}

interface Earlier {
  id: unknown;
  when: When;
}

/** Conditions whose union is looked at: nobody can tell what more of them leave. */
const MAX_JOINED = 64;

/** Says the conditions that an earlier one, or several, leave nothing to. */
export function shadowed(all: readonly Condition[], compared: Comparable, { warn }: Context): void {
  const earlier: Earlier[] = [];
  for (const { path, value } of all) {
    if (!isSound(value.when)) continue;
    const written = value.when as When;
    const why = hiddenBy(written, earlier, compared);
    if (why)
      warn(
        path,
        "shadowed",
        `can never win: ${why}`,
        value.id ?? null,
        "a rule that earlier conditions leave something to",
      );
    earlier.push({ id: value.id, when: compared.complete(written) });
  }
}

function hiddenBy(written: When, earlier: readonly Earlier[], compared: Comparable): string | undefined {
  const own = compared.complete(written);
  const always = earlier.find(({ when }) => certainty(when) === "always");
  if (always) return `the earlier condition "${always.id}" always matches`;
  const hiding = earlier.find(({ when }) => implies(own, when));
  if (hiding)
    return implies(hiding.when, own)
      ? `the earlier condition "${hiding.id}" asks for the same`
      : `whenever it matches, the earlier condition "${hiding.id}" does too; put it before that one`;
  const entailed = compared.entailed(written);
  const byChannel = earlier.find(({ when }) => implies(entailed, when));
  if (byChannel)
    return `what it asks for decides the channel, and the earlier condition "${byChannel.id}" takes that one; put it before`;
  const rules = earlier.map(({ when }) => when);
  if (earlier.length < 2 || earlier.length > MAX_JOINED) return undefined;
  if (isCovered(rules)) return "of the earlier conditions one always matches";
  return implies(entailed, { any: rules })
    ? "whenever it matches, one of the earlier conditions does too"
    : undefined;
}
