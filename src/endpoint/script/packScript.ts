import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** One site's script, compiled and compressed. */
export interface Script {
  /** First 12 hex digits of the SHA-256 of the body. */
  version: string;
  /** Build id inlined in the script: hash of sources and configuration; `""` when it is not known. */
  build: string;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** `X-Mgt-Version` of a body. */
export function versionOf(body: Buffer): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 12);
}

/** Compresses a script in every encoding that it is served in. */
export async function packScript(body: Buffer, build: string): Promise<Script> {
  return {
    version: versionOf(body),
    build,
    body,
    gzip: await promisify(gzip)(body, { level: 9 }),
    brotli: await promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  };
}
