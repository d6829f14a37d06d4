import { renderToPipeableStream } from "react-dom/server";
import { LateDocument } from "./LateDocument.jsx";

/**
 * @param {import("node:stream").Writable} out
 * @param {Promise<string>} late
 * @param {string} script address of the fixture for the page
 */
export function stream(out, late, script) {
  const { pipe } = renderToPipeableStream(<LateDocument late={late} />, {
    bootstrapScripts: [script],
    onShellReady: () => pipe(out),
  });
}
