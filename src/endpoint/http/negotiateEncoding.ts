/** Encodings that we hold, the smallest first. */
const ENCODINGS = ["br", "gzip", "identity"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** The best encoding that `Accept-Encoding` admits. */
export function negotiateEncoding(header: string | undefined): Encoding {
  const qualities = new Map<string, number>();
  for (const part of (header ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((token) => token.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    if (name !== "") qualities.set(name, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  const quality = (name: Encoding) =>
    // What is not named is only acceptable where it is the plain file.
    qualities.get(name) ?? (name === "identity" ? Number.MIN_VALUE : (qualities.get("*") ?? 0));
  let best: Encoding = "identity";
  for (const name of [...ENCODINGS].reverse())
    if (quality(name) > 0 && quality(name) >= quality(best)) best = name;
  return best;
}
