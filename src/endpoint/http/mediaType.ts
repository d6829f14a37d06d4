import type { IncomingHttpHeaders } from "node:http";
import { HttpError } from "./HttpError.ts";

/** `text/plain` needs no preflight and is what `sendBeacon` sends. */
const TYPES = new Set(["text/plain", "application/json"]);
const CHARSETS = new Set(["utf-8", "utf8", '"utf-8"', '"utf8"']);

/**
 * Refuses bodies that are not plain JSON in UTF-8. The header is cut at its `;`, not matched: an expression
 * that allows blanks between its parts takes the square of their number.
 *
 * @throws {HttpError} 415
 */
export function requireJsonText(headers: IncomingHttpHeaders): void {
  const { "content-type": header = "", "content-encoding": encoding = "identity" } = headers;
  const [type = "", ...parameters] = header.toLowerCase().split(";");
  if (!TYPES.has(type.trimEnd()) || !parameters.every(isUtf8)) {
    throw new HttpError(415, "unsupported_media_type", "send text/plain or application/json, in UTF-8");
  }
  if (encoding.toLowerCase() !== "identity") {
    throw new HttpError(415, "unsupported_encoding", "send the body without a Content-Encoding");
  }
}

function isUtf8(parameter: string): boolean {
  const [name = "", value = ""] = parameter.split("=").map((part) => part.trim());
  return (name === "" && value === "") || (name === "charset" && CHARSETS.has(value));
}
