import { isUtf8 } from "node:buffer";
import { HttpError } from "./HttpError.ts";

/**
 * A JSON body.
 * @throws {HttpError} 400
 */
export function readJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new HttpError(400, "invalid_utf8", "the body is not UTF-8");
  try {
    return JSON.parse(wellFormed(body.toString("utf8")));
  } catch {
    throw new HttpError(400, "invalid_json", "the body is not JSON");
  }
}

/** The two halves of a surrogate pair, as escapes without their backslash: `"uD83D"`, `"uDE00"`. */
const HIGH = "u[dD][89abAB][\\da-fA-F]{2}";
const LOW = "u[dD][c-fC-F][\\da-fA-F]{2}";
/** A whole pair, one half in a group, or any other escape. */
const ESCAPES = new RegExp(String.raw`\\(?:${HIGH}\\${LOW}|(${HIGH}|${LOW})|.)`, "g");

/**
 * JSON whose strings and keys are all well-formed: half a surrogate pair, which UTF-8 cannot hold but an
 * escape can write, becomes U+FFFD, as the store would make it once its hash is taken.
 */
function wellFormed(json: string): string {
  if (!/\\u[dD][89a-fA-F]/.test(json)) return json;
  return json.replace(ESCAPES, (written, half) => (half ? "\\ufffd" : written));
}
