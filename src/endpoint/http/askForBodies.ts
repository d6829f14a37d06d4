import type { Server } from "node:http";
import { MAX_BODY_BYTES } from "../../vocabulary/events.ts";

/** Answers `Expect: 100-continue`: a body that is refused anyway is not even asked for. */
export function askForBodies(server: Server): void {
  server.on("checkContinue", (request, response) => {
    if (Number(request.headers["content-length"] ?? 0) <= MAX_BODY_BYTES) response.writeContinue();
    server.emit("request", request, response);
  });
}
