import type { EndpointContext } from "./Exchange.ts";
import type { LogLine } from "./logger.ts";

/** An erasure that was answered before the last byte was gone: the log says when it is. */
export function reportRest(
  { log }: Pick<EndpointContext, "log">,
  site: string,
  rest: Promise<void> | undefined,
): void {
  const tell = (line: LogLine) => log({ ...line, site });
  rest?.then(
    () => tell({ log: "erasure", what: "complete" }),
    (error: unknown) => tell({ log: "erasure", what: "failed", message: String(error) }),
  );
}
