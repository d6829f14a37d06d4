import { signIn, textsOf } from "../page/entry/channelOf.ts";
import { SIGNS } from "../page/entry/signs.ts";

/** What of an arrival is named as it is; of the others, the sign that it bears. */
const NAMES = ["", "utm_medium", "utm_source", "utm_source"];

/**
 * What decided the channel of an arrival: the parameter, list entry or referrer host, `""` when nothing did.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function channelBy(url: URL, from: string): string {
  const texts = textsOf(url, from);
  const index = texts.findIndex(signIn);
  const text = texts[index] ?? "";
  const channel = signIn(text) as keyof typeof SIGNS | undefined;
  if (!channel) return /[?&]fbclid=[^&]/.test(url.search) ? "fbclid" : from;
  return NAMES[index] || SIGNS[channel].exec(text)?.slice(1).find(Boolean) || from;
}
