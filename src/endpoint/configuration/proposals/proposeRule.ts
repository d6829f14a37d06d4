import { CHANNELS } from "../../../vocabulary/channels.ts";
import { BESIDE } from "../../../vocabulary/when/whenSchema.ts";

const json = (value: unknown) => JSON.stringify(value);

/** How query parameters are named: `utm_source`, `gclid`, `msclkid`. */
const PARAMETER = /^(utm_\w+|\w*cl(ic)?k?id|gbraid|wbraid|gad_\w+|mc_[ce]id|fbclid|campaign\w*|ref)$/i;

/** Words of analytics for the parameters that bear them. */
const CAMPAIGN_WORD = /^(source|medium|campaign|content|term)$/;

/** `{ "utm_source": "gmb" }` means `{ "param": "utm_source", "is": "gmb" }`; nothing where the key is no parameter's. */
export function parameterRule(key: string, value: unknown): string | undefined {
  const [word = "", written] = key.split("=");
  const name = CAMPAIGN_WORD.test(word) ? `utm_${word}` : word;
  if (!PARAMETER.test(name)) return undefined;
  const wanted = written || value;
  if (typeof wanted === "string" && /\*/.test(wanted) && !/^\*+$/.test(wanted))
    return `{ "param": ${json(name)}, "like": ${json(wanted)} }`;
  if (typeof wanted === "string" && wanted && !/^\*+$/.test(wanted))
    return `{ "param": ${json(name)}, "is": ${json(wanted)} }`;
  if (Array.isArray(wanted) && wanted.length > 0 && wanted.every((each) => typeof each === "string"))
    return `{ "param": ${json(name)}, "in": [ ${wanted.map(json).join(", ")} ] }`;
  return `{ "param": ${json(name)} }`;
}

/** A rule out of a text: `utm_source=gmb`, `gclid`, the name of a channel, a path. */
export function ruleOf(text: string): string | undefined {
  if ((CHANNELS as readonly string[]).includes(text)) return `{ "channel": ${json(text)} }`;
  if (text.startsWith("/")) return `{ "landing": ${json(text)} }`;
  return parameterRule(text.replace(/^[?&]/, ""), undefined);
}

/** Tests that stand side by side, each in a rule of its own: all of them have to hold. */
export function joinedRule(rule: Readonly<Record<string, unknown>>): string | undefined {
  const own = Object.keys(rule).filter((key) => !Object.hasOwn(BESIDE, key));
  if (own.length < 2 || json(rule).length > 300) return undefined;
  const parts = own.map((key) => {
    const beside = Object.keys(rule).filter((other) => BESIDE[other] === key);
    const keys = [key, ...beside];
    return `{ ${keys.map((each) => `${json(each)}: ${json(rule[each])}`).join(", ")} }`;
  });
  return `{ "all": [ ${parts.join(", ")} ] }`;
}
