import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import filePlugin from "@size-limit/file";
import sizeLimit from "size-limit";

/** Build ids that a size is the median of: odd. */
const IDS = 9;
const ID = /(?<=\bscript:")[0-9a-f]{12}(?=")/;

/** Twelve hexadecimal digits without an order that brotli could use, the same in each run. */
const idOf = (index) => {
  let state = index + 1;
  return Array.from({ length: 12 }, () => {
    state = (state * 48271) % 2147483647;
    return (state % 16).toString(16);
  }).join("");
};

/**
 * What a script weighs on the wire. Any edit, one of a comment too, draws a new build id, and these 12 digits alone
 * move brotli's choices by up to 90 B: so this is the median over several.
 *
 * @param {string} script
 * @returns {Promise<number>} brotli bytes
 */
export async function sizeOf(script) {
  const scripts = ID.test(script)
    ? Array.from({ length: IDS }, (_, index) => script.replace(ID, idOf(index)))
    : [script];
  const folder = mkdtempSync(join(tmpdir(), "mgt-size-"));
  const sizes = [];
  for (const [index, text] of scripts.entries()) {
    const file = join(folder, `${index}.js`);
    writeFileSync(file, text);
    const [{ size = 0 } = {}] = /** @type {{ size?: number }[]} */ (await sizeLimit([filePlugin], [file]));
    sizes.push(size);
  }
  rmSync(folder, { recursive: true });
  return sizes.sort((a, b) => a - b)[(sizes.length - 1) / 2] ?? 0;
}
