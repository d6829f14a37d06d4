import { createServer } from "node:http";
import { portOf } from "../portOf.mjs";

/**
 * Serves what is in a map, by path, for as long as the bench runs.
 *
 * @param {Map<string, string | ((response: import("node:http").ServerResponse) => unknown)>} files text, or a
 *   function that answers
 */
export async function serveFiles(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://127.0.0.1");
    const file = files.get(pathname);
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(file === undefined ? 404 : 200, {
      "Content-Type": `${type}; charset=utf-8`,
      // No isolation of origins: few sites have it, and it doubles what a first XPath costs.
      "Cache-Control": "no-store",
    });
    if (typeof file === "function") file(response);
    else response.end(file);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
