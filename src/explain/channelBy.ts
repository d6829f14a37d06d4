import { isPaid, MEDIUM, SOURCE, TAG, textsOf } from "../vocabulary/channels/channelOf.ts";
import { signIn } from "../vocabulary/channels/signIn.ts";
import { SIGNS } from "../vocabulary/channels/signs.ts";

/** What of an arrival is named as it is, by its place in `textsOf`; of the others, the sign that it bears. */
const NAMES = ["", "utm_medium", "utm_source", "utm_source", "utm_medium"];

/**
 * What decided the channel of an arrival: the parameter, list entry or referrer host, `""` when nothing did.
 *
 * @param from host of the referrer, `""` when there is none
 */
export function channelBy(url: URL, from: string): string {
  const texts = textsOf(url, from);
  const [click, medium, source] = texts.map(signIn);
  if (!click && isPaid(texts[MEDIUM], texts[SOURCE]))
    return texts[MEDIUM].trim() === "=" ? "utm_source" : "utm_medium";
  // As in `channelOf`: "organic" leaves it to a source that is known.
  const index = medium === "organic_search" && source && !click ? SOURCE : texts.findIndex(signIn);
  const text = texts[index] ?? "";
  const channel = signIn(text) as keyof typeof SIGNS | undefined;
  if (channel) return NAMES[index] || SIGNS[channel].exec(text)?.slice(1).find(Boolean) || from;
  return from || (TAG.exec(url.search)?.[1] ?? "");
}
