import { leafModule } from "./moduleOf.ts";
import type { When } from "./When.ts";

/** How the languages of the demo join rules. */
const JOINED = {
  en: { any: " or ", all: " and ", not: "not" },
  fr: { any: " ou ", all: " et ", not: "pas" },
} as const;

/** What a rule demands, in words: "parameter gclid or channel email". */
export function inWords(when: When, language: keyof typeof JOINED): string {
  const words = (child: When) => inWords(child, language);
  const { any, all, not } = JOINED[language];
  if ("any" in when) return when.any.map(words).join(any);
  if ("all" in when) return when.all.map(words).join(all);
  if ("not" in when) return `${not} (${words(when.not)})`;
  return leafModule(when).words[language](when);
}
