import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { MAX_BODY_BYTES } from "../../vocabulary/events.ts";
import { HttpError } from "./HttpError.ts";

/** `;charset=UTF-8` */
const CHARSET = String.raw`;\s*charset\s*=\s*"?utf-?8"?`;
/** `text/plain` needs no preflight and is what `sendBeacon` sends. */
const MEDIA_TYPES = new RegExp(String.raw`^(?:text/plain|application/json)\s*(?:${CHARSET}\s*)?;?\s*$`, "i");

/**
 * Reads a JSON body of at most 64 KiB.
 * @throws {HttpError} 415, 413 or 400; after a 413 the rest of the body is unread
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!MEDIA_TYPES.test(type)) {
    throw new HttpError(415, "unsupported_media_type", "send text/plain or application/json, in UTF-8");
  }
  if (encoding.toLowerCase() !== "identity") {
    throw new HttpError(415, "unsupported_encoding", "send the body without a Content-Encoding");
  }
  const body = await readBytes(request);
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

function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (announcesTooMuch(request)) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) {
        chunks.push(chunk);
        return;
      }
      request.removeAllListeners("data").pause();
      reject(tooLarge());
    });
    request.on("end", () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks));
    });
    // A connection that ends too early is an error as well.
    request.on("error", () => reject(new HttpError(400, "incomplete_body", "the body ended early")));
  });
}

export function announcesTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES;
}

function tooLarge(): HttpError {
  return new HttpError(413, "too_large", `the body has more than ${MAX_BODY_BYTES} bytes`);
}
