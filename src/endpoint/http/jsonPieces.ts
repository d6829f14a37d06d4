/** Characters of one piece, more or less. */
const PIECE = 65_536;

/** Items that are there already, or come one after another. */
export type Items = Iterable<unknown> | AsyncIterable<unknown>;

const isList = (value: unknown): value is Items =>
  typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);

/** An object as JSON, in pieces: what stands in its lists is turned into text a few items at a time. */
export async function* jsonPieces(object: Readonly<Record<string, unknown>>): AsyncGenerator<string> {
  let piece = "";
  let before = "{";
  for (const [key, value] of Object.entries(object)) {
    piece += `${before}${JSON.stringify(key)}:`;
    before = ",";
    if (!isList(value)) {
      piece += JSON.stringify(value) ?? "null";
      continue;
    }
    let beforeItem = "[";
    for await (const item of value) {
      piece += beforeItem + JSON.stringify(item);
      beforeItem = ",";
      if (piece.length < PIECE) continue;
      yield piece;
      piece = "";
    }
    piece += beforeItem === "[" ? "[]" : "]";
  }
  yield `${piece}${before === "{" ? "{" : ""}}`;
}
